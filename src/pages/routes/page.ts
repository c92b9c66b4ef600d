import type { ReactNode } from 'react';
import type { ApiError, Ask } from '../operations/graphql.ts';
import type { Head } from '../view/Layout.tsx';

export interface PageRequest {
  /** Path and query of the address, on the requested host. */
  readonly url: URL;
  readonly ask: Ask;
  /** Whether whole documents may be shown. */
  readonly wholeTexts: boolean;
  /** Whether the API accepts texts of clients. */
  readonly canRead: boolean;
}

/** A page before it is rendered. */
export interface Shown {
  readonly status: number;
  readonly page: string;
  readonly head: Head;
  readonly query?: string;
  readonly body: ReactNode;
}

/** A download. */
export interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The API's errors for readers, for whom their messages are written. */
export const problemOf = (errors: readonly ApiError[]): string | null =>
  errors.length === 0 ? null : [...new Set(errors.map(({ message }) => message))].join(' ');

const STATUS: Readonly<Record<string, number>> = {
  TIMEOUT: 504,
  SERVICE_UNAVAILABLE: 503,
  OVERLOADED: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** HTTP status by error code: 400 unless the fault is the server's or has a status of its own. */
export function statusOf(errors: readonly ApiError[]): number {
  if (errors.length === 0) return 200;
  return Math.max(...errors.map(({ extensions }) => STATUS[extensions?.code ?? ''] ?? 400));
}

/** The named parameters that have a value. */
export const parametersOf = (url: URL, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = url.searchParams.get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  );
