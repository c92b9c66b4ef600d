import { expect } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Reader } from '../../src/db/read/reader.ts';
import { Together } from '../../src/db/read/together.ts';

/** Whoever asks by themselves waits until `open` is called. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, alone: (value: unknown) => () => opened.then(() => [{ value }]) };
}

/** How often statements were asked together, and the names of those that could not be. */
export interface Doubled {
  together: number;
  readonly alone: string[];
}

function doubled(reader: Reader, asked: Doubled): Reader {
  const small = new Together((name, cypher, params) => {
    asked.together++;
    return reader.run(name, cypher, { ...params });
  });
  return {
    ...reader,
    async run(name, cypher, params) {
      const rows = await reader.run(name, cypher, params);
      if (!/ AS value\s*$/.test(cypher)) return rows;
      const { open, alone } = gate();
      const running = [1, 2].map(() => small.run({ name, cypher, params }, alone(null)));
      const twice = [1, 2].map(() =>
        small.run({ name, cypher, params }, () => {
          asked.alone.push(name);
          return reader.run(name, cypher, params);
        }),
      );
      open();
      await Promise.all(running);
      for (const each of await Promise.all(twice)) expect(each).toEqual(rows);
      return rows;
    },
  };
}

/** A database whose readers read each statement by itself, and asked together with itself, and compare. */
export const doubling = (database: Database, asked: Doubled): Database => ({
  ...database,
  reader: (options) => doubled(database.reader(options), asked),
});
