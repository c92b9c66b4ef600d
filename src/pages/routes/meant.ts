import type { Ask } from '../operations/graphql.ts';
import { Meant } from '../operations/path.ts';
import type { MeantEnd } from '../view/PathPage.tsx';

const TYPED_MAX = 200;
const OTHERS_SHOWN = 4;

/** The entity that an input denotes: an id exactly, a name by the most similar one. */
export async function meant(ask: Ask, typed = ''): Promise<MeantEnd> {
  const text = typed.slice(0, TYPED_MAX);
  if (text === '') return { typed: '', entity: null, others: [] };
  const { data } = await ask(Meant, { id: text, query: text });
  if (data?.entity) return { typed: text, entity: data.entity, others: [] };
  const [best = null, ...others] = data?.search?.edges.map(({ node }) => node.node) ?? [];
  return { typed: text, entity: best, others: others.slice(0, OTHERS_SHOWN) };
}
