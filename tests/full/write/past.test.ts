import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { judge, withdrawJudgement } from '../../../src/ingest/merge/judge.ts';
import { resolveGraph } from '../../../src/ingest/merge/resolve-graph.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import { reconcile } from '../../../src/ingest/reconcile/reconcile.ts';
import type { Prepared } from '../../../src/ingest/write/prepare.ts';
import { exported } from '../../export/exported.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { told } from '../../ingest/merge/told.ts';
import { answers, QUESTIONS } from '../../ingest/recorded/questions.ts';
import { saleTold } from '../../ingest/recorded/sales.ts';
import { prepared, randomDocument, randomOf } from '../../ingest/write/random-documents.ts';

const PATIENCE_MS = 600_000;
let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
}, PATIENCE_MS);
afterAll(() => database.close());

interface Moment {
  readonly before: string;
  readonly at: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** What is answered now, and a moment that is past when this returns. */
async function noted(before: string): Promise<Moment> {
  const now = await answers(database);
  await sleep(5);
  const at = new Date().toISOString();
  await sleep(5);
  return { before, at, answers: now };
}

async function read(documents: readonly Prepared[]): Promise<void> {
  await writeAll(database, documents);
  await resolveGraph(database);
}

/** Where an answer begins to be another one. */
function difference(what: string, then: string, again: string): string {
  let at = 0;
  while (then[at] === again[at]) at++;
  const [start, end] = [Math.max(0, at - 80), at + 160];
  return `${what} was ${then.slice(start, end)} and is ${again.slice(start, end)}`;
}

/** The same documents as a newer extractor reads them: less sure, and without the last of what they say. */
const reread = (documents: readonly ReturnType<typeof randomDocument>[]) =>
  documents.map(({ source, extraction }) =>
    prepared({
      source,
      extraction: {
        ...extraction,
        extractor: 'test-2',
        statements: extraction.statements
          .slice(0, -1)
          .map((said) => ({ ...said, confidence: Math.round(said.confidence * 900) / 1000 })),
      },
    }),
  );

test(
  'what the graph said at a moment is said again, byte for byte, whatever came since',
  async () => {
    const random = randomOf(41);
    const many = Array.from({ length: 14 }, (_, at) =>
      randomDocument(random, `random-${at}`, at % 5 === 0 ? 1 : null),
    );
    await read(many.slice(0, 8).map(prepared));
    await read([
      told('a', '2024-01-05', { name: 'Ines Kravchuk', title: 'President', country: 'UA' }),
      told('c', '2024-03-05', { name: 'Ajit Singh', title: 'Secretary', country: 'IN' }),
      saleTold('sale', '2024-04-05', { stage: 'approved', value: 900, buyer: 'JP' }),
    ]);
    const moments: Moment[] = [await noted('more was read')];
    await read([
      ...many.slice(8).map(prepared),
      saleTold('sale-too', '2024-06-05', { stage: 'contracted', value: 700, buyer: 'NO' }),
    ]);
    moments.push(await noted('a merge by score'));
    await read([
      told('b', '2024-02-05', { name: 'Ines Kravtchuk', title: 'President', country: 'UA' }),
    ]);
    moments.push(await noted('a correction'));
    await read([
      told('c', '2024-03-05', { name: 'Ajit Singh', title: 'Minister', country: 'IN' }, 'second'),
      saleTold('sale', '2024-05-05', { stage: 'cancelled', value: 950, buyer: 'NO' }),
      prepared(randomDocument(random, 'random-3', null)),
    ]);
    moments.push(await noted('a newer extractor'));
    await read(reread(many.slice(4, 9)));
    moments.push(await noted('a judgement'));
    const right = await exported(database);
    const by = { who: 'tester', at: '2026-01-02T00:00:00.000Z' };
    const { id } = await judge(database, {
      ...by,
      left: 'person:ines-kravchuk',
      right: 'person:ajit-singh',
      verdict: 'same',
      why: null,
    });
    expect(await exported(database)).not.toBe(right);
    moments.push(await noted('its withdrawal'));
    await withdrawJudgement(database, id, by);
    expect(await exported(database)).toBe(right);
    moments.push(await noted('nothing'));

    for (const [name, told] of Object.entries(moments[0]!.answers))
      expect([name, told.length > 60]).toEqual([name, true]);
    const otherwise: string[] = [];
    for (const { before, at, answers: then } of moments) {
      const again = await answers(database, at);
      for (const name of Object.keys(QUESTIONS))
        if (again[name] !== then[name])
          otherwise.push(difference(`${before}: ${name}`, then[name]!, again[name]!));
    }
    expect(otherwise).toEqual([]);
    const changed = Object.keys(QUESTIONS).filter(
      (name) => moments[0]!.answers[name] !== moments.at(-1)!.answers[name],
    );
    expect(changed).toEqual(Object.keys(QUESTIONS));
    expect(await reconcile(database)).toMatchObject({ wrong: [], leftovers: 0 });
  },
  PATIENCE_MS,
);
