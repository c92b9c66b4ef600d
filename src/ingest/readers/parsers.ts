import { readFeed } from './feed.ts';
import { readHtml } from './html.ts';
import type { ReadItem } from './record.ts';

type Asynchronous<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => infer R
    ? (...args: A) => R | Promise<R>
    : never;
};

/**
 * Readers of formats with a structure of their own, which a hostile file may make slow or large:
 * an ingest runs them in a thread that can be ended. Arguments and results are plain data.
 */
export const PARSERS = {
  html: readHtml,
  feed: (file: string, xml: string): ReadItem[] => [...readFeed(file, xml)],
};

export type Parsers = Asynchronous<typeof PARSERS>;
