import type { SavedQuery } from './browser.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Queries on one slide. */
const ON_A_SLIDE = 4;

const question = ({ title, cypher }: SavedQuery): string =>
  `<h4>${escaped(title)}</h4>\n<figure><pre class="pre-scrollable code runnable">${escaped(cypher)}</pre></figure>`;

/**
 * Properties and nodes that the program needs to find and count, and that say nothing of the world. Neither the
 * style of Neo4j Browser nor the rights of Neo4j Community can hide a property, so the guide names them.
 */
const HELPERS: readonly (readonly [where: string, names: readonly string[], what: string])[] = [
  ['An entity', ['nameKey', 'aliasKeys', 'searchText'], 'by which it is found'],
  [
    'A document',
    ['contentHash', 'signature', 'band0 … band5', 'story'],
    'by which changes and reprints are known',
  ],
  [
    'A statement',
    ['foldedQuote', 'relationshipId', 'localSubject', 'localObject'],
    'by which it is found, and goes back to what it stood on',
  ],
  ['A relationship', ['id'], 'which its statements have as relationshipId'],
  [
    'Nodes of their own',
    ['Tally', 'Local', 'Block', 'Candidate', 'Judgement', 'Unresolved', 'Migration', 'Graph'],
    'counts, what single documents call something, pairs to review, and what was run',
  ],
];

const helpersSlide = (): string => `<h3>What is the program's own</h3>
<p>Neo4j Browser cannot hide properties. These say nothing of the world:</p>
<ul>
${HELPERS.map(
  ([where, names, what]) =>
    `<li>${where}: ${names.map((name) => `<code>${name}</code>`).join(', ')}, ${what}.</li>`,
).join('\n')}
</ul>`;

/** The saved queries as a guide of Neo4j Browser, where each runs at a click. */
export function guideOf(queries: readonly SavedQuery[]): string {
  const slides: string[] = [];
  for (let at = 0; at < queries.length; at += ON_A_SLIDE)
    slides.push(
      queries
        .slice(at, at + ON_A_SLIDE)
        .map(question)
        .join('\n'),
    );
  const welcome = `<h3>Entente</h3>
<p class="lead">Ties between states, and the sentence that says so. Click a question, then run it.</p>
<p>A node is an entity, a document or a statement; a relationship sums up the statements that say it.
Being listed here is no proof of wrongdoing.</p>
<p>Ask for <code>n {.name, .kind}</code> instead of <code>n</code> to see what you name only.</p>`;
  return `<article class="guide"><carousel class="deck container-fluid">
${[welcome, ...slides, helpersSlide()].map((slide) => `<slide class="row-fluid"><div class="col-sm-12">\n${slide}\n</div></slide>`).join('\n')}
</carousel></article>
`;
}
