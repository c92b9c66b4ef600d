import { describe, expect, test } from 'vitest';
import { ENTITY, HUB, openExplorer, PATH } from '../../helpers/explorer.ts';

const look = openExplorer({ hub: true });

/** The code that runs in the page sees this; types of the browser are not in scope here. */
interface Shape {
  getBoundingClientRect(): { x: number; y: number; width: number; height: number };
  getAttribute(name: string): string | null;
}
declare const document: { querySelectorAll(selector: string): Iterable<Shape> };

interface Boxes {
  readonly names: (readonly [id: string, x: number, y: number, right: number, bottom: number])[];
  readonly nodes: Boxes['names'];
}

const boxesOf = (): Promise<Boxes> =>
  look.page.evaluate(() => {
    const all = (selector: string, name: string) =>
      [...document.querySelectorAll(selector)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.getAttribute(name) ?? '', x, y, x + width, y + height] as const;
      });
    return {
      names: [
        ...all('svg.graph [data-name]', 'data-name'),
        ...all('svg.graph [data-words]', 'data-words'),
      ],
      nodes: [...all('svg.graph .node > path', 'd'), ...all('svg.graph .pill', 'class')],
    };
  });

function overlaps({ names, nodes }: Boxes): string[] {
  type One = Boxes['names'][number];
  const SLACK = 1.5;
  const meet = (a: One, b: One) =>
    a[1] + SLACK < b[3] && b[1] + SLACK < a[3] && a[2] + SLACK < b[4] && b[2] + SLACK < a[4];
  const found: string[] = [];
  names.forEach((a, i) => {
    for (const b of names.slice(i + 1)) if (meet(a, b)) found.push(`${a[0]} over ${b[0]}`);
    for (const b of nodes) if (meet(a, b)) found.push(`${a[0]} over a shape`);
  });
  return found;
}

describe('a picture', () => {
  test.each([ENTITY, HUB, '/e/person:narendra-modi', '/e/country:UA', PATH, `${PATH}&k=5&steps=6`])(
    'of %s has no label over another, nor over an entity',
    async (url) => {
      for (const width of [1440, 768]) {
        await look.open(url, { viewport: { width, height: 900 } });
        await look.drawn();
        const boxes = await boxesOf();
        expect(boxes.names.length).toBeGreaterThan(2);
        expect(overlaps(boxes)).toEqual([]);
      }
    },
  );

  test('is the same at the same address, and the same as its list', async () => {
    const seen = async () => {
      await look.open(`${ENTITY}?from=2020&to=2025`);
      await look.drawn();
      const places = await look.page.locator('svg.graph [data-id]').evaluateAll((all) =>
        all.map((node) => {
          const { getAttribute } = node as unknown as { getAttribute(name: string): string };
          return [getAttribute.call(node, 'data-id'), getAttribute.call(node, 'transform')];
        }),
      );
      const listed = await look.page
        .locator('[data-listed]')
        .evaluateAll((all) =>
          all.map((item) => String((item as { dataset?: { listed?: string } }).dataset?.listed)),
        );
      return { places, listed };
    };
    const one = await seen();
    expect(await seen()).toEqual(one);
    expect(one.places.map(([id]) => id)).toEqual(one.listed);
  });

  test('of a thousand relationships shows sixty entities at most, and how many it left out', async () => {
    await look.open(HUB);
    await look.drawn();
    const shown = await look.page.locator('svg.graph [data-id]').count();
    expect(shown).toBeLessThanOrEqual(60);
    expect(shown).toBeGreaterThan(20);
    const left = Number(await look.page.locator('.tally').getAttribute('data-left'));
    expect(left + shown - 1).toBe(1000);
    await look.page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    await expect.poll(() => look.page.locator('svg.graph [data-id]').count()).toBe(60);
    expect(Number(await look.page.locator('.tally').getAttribute('data-left'))).toBe(941);
    expect(look.page.url()).toContain('around=59');
    expect(await look.page.locator('.side .left-out').first().textContent()).toContain(
      '100 of 1,000',
    );
  });

  test('is chosen from by years, in the address too', async () => {
    await look.open(ENTITY);
    await look.drawn();
    const all = await look.page.locator('.ties li:visible').count();
    await look.page.getByLabel('From year').fill('2025');
    await expect.poll(() => look.page.locator('.ties li:visible').count()).toBeLessThan(all);
    expect(look.page.url()).toContain('from=2025');
    await look.page.reload();
    await look.drawn();
    expect(await look.page.locator('.ties li:visible').count()).toBeLessThan(all);
  });
});
