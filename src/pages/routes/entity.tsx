import { entityAddress } from '../address.ts';
import { disagreements } from '../disagree.ts';
import { isFormat } from '../files.ts';
import { ladderOf } from '../ladder.ts';
import { EntityProperties, EntityPage as Operation, type SaidData } from '../operations/entity.ts';
import { Evidence as EvidenceOperation } from '../operations/evidence.ts';
import { EntityIdentity } from '../operations/identity.ts';
import type { MeasuredData } from '../operations/parts.ts';
import { EntityPage } from '../view/EntityPage.tsx';
import { Evidence } from '../view/Evidence.tsx';
import { Identity } from '../view/identity/Identity.tsx';
import { count, isTieType, KINDS } from '../words.ts';
import { entityFile, jsonLdOf } from './entity-file.ts';
import { type PageRequest, parametersOf, problemOf, type Sent, type Shown } from './page.ts';
import { failed, notHere } from './sorry.tsx';

const FIRST = 100;
const STATEMENTS_SHOWN = 20;

async function evidenceOf({ ask }: PageRequest, edge: string, measured: MeasuredData | null) {
  const { data } = await ask(EvidenceOperation, { id: edge, first: STATEMENTS_SHOWN });
  const tie = data?.node?.__typename === 'Relationship' ? data.node : null;
  if (!tie) return <p>Nothing is known of this relationship any more.</p>;
  return <Evidence tie={tie} measured={measured} />;
}

/** The most confident denial of each relationship that others state. */
const denialsIn = (said: SaidData | null) =>
  new Map(
    said?.entity?.contested.edges.flatMap(({ node: { id, denials } }) =>
      denials.edges.slice(0, 1).map(({ node }) => [id, node] as const),
    ),
  );

/** `/e/:id`: an entity with its relationships. */
export async function entityRoute(request: PageRequest, id: string): Promise<Shown | Sent> {
  const { url, ask } = request;
  const canonical = entityAddress(id);
  const state = parametersOf(url, ['types', 'after']);
  const types = (state.types ?? '').split(',').filter(isTieType);
  const [page, said, identity] = await Promise.all([
    ask(Operation, {
      id,
      first: FIRST,
      after: state.after ?? null,
      types: types.length > 0 ? types : null,
    }),
    ask(EntityProperties, { id }),
    ask(EntityIdentity, { id }),
  ]);
  const entity = page.data?.entity;
  if (!entity)
    return page.errors.length > 0 ? failed(canonical, page.errors) : notHere(canonical, id);
  const format = url.searchParams.get('format');
  if (isFormat(format)) return entityFile(format, entity, { ask, origin: url.origin, types });

  const edge = url.searchParams.get('edge');
  const properties = said.data?.entity?.statements.edges.map(({ node }) => node) ?? [];
  const problem = problemOf([...page.errors, ...said.errors, ...identity.errors]);
  return {
    status: 200,
    page: 'entity',
    head: {
      title: `${entity.name} · Entente`,
      description: `${entity.name}, ${KINDS[entity.__typename].one.toLowerCase()}: ${count(entity.relationships.totalCount, 'relationship')}, each with the sentence that says so, from ${count(entity.documents.totalCount, 'document')}.`,
      canonical,
      jsonLd: jsonLdOf(entity, url.origin),
    },
    body: (
      <EntityPage
        entity={entity}
        disagreements={disagreements(properties)}
        denials={denialsIn(said.data)}
        rungs={entity.__typename === 'ArmsSale' ? ladderOf(properties, entity.stage) : []}
        identity={identity.data && <Identity of={identity.data} id={entity.id} />}
        edge={edge}
        state={state}
        evidence={edge ? await evidenceOf(request, edge, page.data?.summary ?? null) : null}
        problems={problem && <p role="alert">{problem}</p>}
      />
    ),
  };
}
