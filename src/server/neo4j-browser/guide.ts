import type { SavedQuery } from './browser.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Queries on one slide. */
const ON_A_SLIDE = 4;

const question = ({ title, cypher }: SavedQuery): string =>
  `<h4>${escaped(title)}</h4>\n<figure><pre class="pre-scrollable code runnable">${escaped(cypher)}</pre></figure>`;

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
<p>Neo4j Browser cannot hide properties. These are the program's own, and say nothing of the world:
<code>nameKey</code>, <code>aliasKeys</code> and <code>searchText</code> of an entity, by which it is found;
<code>signature</code> and <code>band0</code> to <code>band5</code> of a document, by which reprints are known.
Ask for <code>n {.name, .kind}</code> instead of <code>n</code> to see what you name only.</p>`;
  return `<article class="guide"><carousel class="deck container-fluid">
${[welcome, ...slides].map((slide) => `<slide class="row-fluid"><div class="col-sm-12">\n${slide}\n</div></slide>`).join('\n')}
</carousel></article>
`;
}
