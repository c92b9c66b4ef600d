import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ENTITY, openExplorer, PATH } from '../../helpers/explorer.ts';
import { ask } from '../../server/serving.ts';

const look = openExplorer();

/** The code that runs in the page sees this; types of the browser are not in scope here. */
interface Shape {
  getBoundingClientRect(): { width: number };
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Shape>;
}

describe('what is taken along', () => {
  test('is what is shown: PNG at twice the size, SVG with title and source, CSV and JSON', async () => {
    await look.open(ENTITY);
    await look.drawn();
    const file = async (name: string) => {
      const [download] = await Promise.all([
        look.page.waitForEvent('download'),
        look.page.locator('.actions').getByRole('button', { name }).click(),
      ]);
      return readFileSync((await download.path())!);
    };
    const width = await look.page
      .locator('svg.graph')
      .evaluate((svg) => (svg as unknown as Shape).getBoundingClientRect().width);
    const png = await file('PNG');
    expect(png.readUInt32BE(16)).toBe(Math.round(width) * 2);
    const svg = (await file('SVG')).toString('utf8');
    expect(svg).toContain('India');
    expect(svg).toContain('no proof of wrongdoing');
    const ties = await look.page
      .locator('.ties li')
      .evaluateAll((all) =>
        all.map((item) => String((item as { dataset?: { edge?: string } }).dataset?.edge)),
      );
    const csv = await (await fetch(new URL(`${ENTITY}?format=csv`, look.server.url))).text();
    const rows = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect([...rows].sort()).toEqual([...ties].sort());
    const json = (await (
      await fetch(new URL(`${ENTITY}?format=json`, look.server.url))
    ).json()) as {
      entity: { relationships: { edges: { node: { id: string } }[] } };
    };
    expect(json.entity.relationships.edges.map(({ node }) => node.id).sort()).toEqual(
      [...ties].sort(),
    );
  });

  test('as a query opens in GraphiQL and answers', async () => {
    await look.open(ENTITY);
    const href = await look.page
      .getByRole('link', { name: 'Open in GraphiQL' })
      .getAttribute('href');
    const { searchParams } = new URL(href!, look.server.url);
    const body = {
      query: searchParams.get('query'),
      variables: JSON.parse(searchParams.get('variables')!) as object,
    };
    const { status, body: answer } = await ask(look.server.graphql, body);
    expect([status, answer.errors]).toEqual([200, undefined]);
  });
});

test('the steps of a path are those of the API, in their order', async () => {
  await look.open(PATH);
  const query =
    '{ paths(from: "person:narendra-modi", to: "person:emmanuel-macron", first: 3, maxLength: 4) { paths { relationships { id } } } }';
  const { body } = await ask(look.server.graphql, { query });
  const { paths } = body.data!.paths as { paths: { relationships: { id: string }[] }[] };
  const listed = await look.page
    .locator('.steps')
    .evaluateAll((lists) =>
      lists.map((list) =>
        [...(list as unknown as Shape).querySelectorAll('li')].map((item) =>
          item.getAttribute('data-edge'),
        ),
      ),
    );
  expect(listed).toEqual(paths.map(({ relationships }) => relationships.map(({ id }) => id)));
});
