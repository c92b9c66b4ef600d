import { csvOf } from '../../pages/csv.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Fields = { readonly [name: string]: Json };

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The nodes of a connection as a list, each with the fields of its edge. */
function listOf(value: Json | undefined): readonly Fields[] | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(isFields) ? value : null;
  if (!isFields(value) || !Array.isArray(value.edges)) return null;
  return (value.edges as readonly Json[]).filter(isFields).map(({ node, ...edge }) => ({
    ...(isFields(node) ? node : {}),
    ...edge,
  }));
}

/** The lists of an answer, outer ones first. */
function listsIn(value: Json | undefined): (readonly Fields[])[] {
  const own = listOf(value);
  if (own) return [own];
  return isFields(value) ? Object.values(value).flatMap(listsIn) : [];
}

/** A nested value in one cell: names of a list's members, or JSON. */
function cellOf(value: Json): string | number | boolean | null {
  if (typeof value !== 'object' || value === null) return value;
  const list = listOf(value) ?? (Array.isArray(value) ? (value as readonly Json[]) : null);
  if (!list) return JSON.stringify(value);
  return list
    .map((one) => {
      if (!isFields(one)) return String(one);
      const { name, title, id } = one;
      return [name, title, id].find((text) => typeof text === 'string') ?? JSON.stringify(one);
    })
    .join('; ');
}

function flat(fields: Fields, before = ''): [string, ReturnType<typeof cellOf>][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    isFields(value) && listOf(value) === null
      ? flat(value, `${before}${name}.`)
      : [[`${before}${name}`, cellOf(value)] as [string, ReturnType<typeof cellOf>]],
  );
}

/** The longest list of an answer as a table; null without any. */
export function tableOf(answer: string): Table | null {
  let data: Json | undefined;
  try {
    ({ data } = JSON.parse(answer) as { data?: Json });
  } catch {
    return null;
  }
  const [longest] = listsIn(data).sort((a, b) => b.length - a.length);
  if (!longest) return null;
  const rows = longest.map((fields) => new Map(flat(fields)));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return { columns, rows: rows.map((row) => columns.map((name) => row.get(name) ?? null)) };
}

export const csvOfTable = ({ columns, rows }: Table): string => csvOf(columns, rows);
