import type { Candidate } from './candidates.ts';
import type { Context } from './context.ts';
import type { Span } from './terms.ts';
import { inside } from './terms.ts';

/** How far beyond a title the one whose office it is may stand, in characters. */
const NEAR = 40;
/** Between a name and the title behind it: "India's Defence Minister". */
const GAP_MAX = 4;

/** What a person's title says of the country or organisation at the other end. */
export function titleFeatures(
  { a, b, from, to }: Pick<Candidate, 'a' | 'b' | 'from' | 'to'>,
  { text, entities }: Context,
): string[] {
  if (from.kind !== 'Person') return [];
  const features = [`titled=${a.title ? a.by : 'no'}`];
  if (a.title && inside(b, a.title)) features.push('to-in-title');
  else if (a.title && b.start >= a.title.start - NEAR && b.end <= a.title.end + NEAR)
    features.push('to-near-title');
  const title = a.title ?? from.mentions.find((mention) => mention.title)?.title;
  if (title) {
    const words = text.clean
      .slice(title.start, title.end)
      .toLowerCase()
      .replace(/[^a-z ]+/g, ' ')
      .trim()
      .split(/\s+/);
    const holder = to.kind === 'Country' ? String(to.properties.iso2) : to.kind;
    const holds = (kind: string) =>
      entities.some((entity) => entity.kind === kind && entity.mentions.some(within(title)));
    const before = ({ end }: Span) => end <= title.start && title.start - end < GAP_MAX;
    const owner = to.mentions.some(within(title))
      ? 'this'
      : to.mentions.some(before)
        ? 'before'
        : 'no';
    features.push(
      'from-has-title',
      `title=${words.slice(-3).join(' ')}>${holder}`,
      `title-word=${words.at(-1)}>${holder}`,
      `title-holds-country=${holds('Country')}`,
      `title-holds-organisation=${holds('Organisation')}`,
      `title-owner=${owner}`,
    );
  }
  if (to.kind === 'Country') {
    const more = entities.filter(
      ({ kind, mentions }) => kind === 'Country' && mentions.length > to.mentions.length,
    );
    features.push(`to-rank=${Math.min(4, more.length)}`);
  }
  return features;
}

const within = (outer: Span) => (mention: Span) => inside(mention, outer);
