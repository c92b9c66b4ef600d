import { documentAddress, entityAddress } from '../address.ts';
import type { ApiError, Ask } from '../operations/graphql.ts';
import {
  AgreementList,
  DocumentList,
  EntityList,
  EventList,
  SaleList,
} from '../operations/list.ts';
import { sourceLine, titleOf } from '../view/Sentence.tsx';
import { type Kind, plain } from '../words.ts';

export interface ListQuestion {
  readonly q?: string;
  readonly sort?: string;
  readonly since?: string;
  readonly until?: string;
  readonly after?: string;
}

interface Row {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly cells: readonly (string | number | null)[];
}

export interface Listed {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next: string | null;
  readonly errors: readonly ApiError[];
}

/** Orders of a list, in words; the first is the default. */
const SORTS: Readonly<Record<string, readonly (readonly [name: string, words: string])[]>> = {
  ArmsSale: [
    ['approvedOn', 'newest first'],
    ['value', 'dearest first'],
    ['name', 'by name'],
  ],
  Agreement: [
    ['signedOn', 'newest first'],
    ['name', 'by name'],
    ['statementCount', 'most told of first'],
  ],
  Event: [
    ['startsOn', 'newest first'],
    ['name', 'by name'],
    ['statementCount', 'most told of first'],
  ],
  Document: [
    ['publishedOn', 'newest first'],
    ['title', 'by title'],
  ],
};
const USUAL_SORTS = [
  ['statementCount', 'most told of first'],
  ['name', 'by name'],
] as const;
export const sortsOf = (kind: string) => SORTS[kind] ?? USUAL_SORTS;

/** The property that dates a kind, by which a list can be filtered. */
export const DATED: Readonly<Record<string, string>> = {
  ArmsSale: 'approvedOn',
  Agreement: 'signedOn',
  Event: 'startsOn',
  Document: 'publishedOn',
};

const FIRST = 100;
interface Found<Node> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

const listed = <Node>(
  columns: readonly string[],
  found: Found<Node> | null | undefined,
  errors: readonly ApiError[],
  row: (node: Node) => Row,
): Listed => ({
  columns,
  rows: found?.edges.map(({ node }) => row(node)) ?? [],
  total: found?.totalCount ?? 0,
  next: found?.pageInfo.hasNextPage ? found.pageInfo.endCursor : null,
  errors,
});

const names = (list: { readonly edges: readonly { readonly node: { readonly name: string } }[] }) =>
  list.edges.map(({ node }) => node.name).join(', ');

function variablesOf(kind: string, question: ListQuestion) {
  const sort = sortsOf(kind).find(([name]) => name === question.sort)?.[0] ?? sortsOf(kind)[0]![0];
  const direction = sort === 'name' || sort === 'title' ? 'ASC' : 'DESC';
  const dated = DATED[kind];
  const bounds = {
    ...(question.since ? { gte: question.since } : {}),
    ...(question.until ? { lte: question.until } : {}),
  };
  const name = kind === 'Document' ? 'title' : 'name';
  const conditions = {
    ...(question.q ? { [name]: { contains: question.q } } : {}),
    ...(dated && Object.keys(bounds).length > 0 ? { [dated]: bounds } : {}),
    ...(sort === 'value' ? { value: { isNull: false } } : {}),
  };
  return {
    where: conditions as object,
    orderBy: [{ [sort]: direction }] as never,
    first: FIRST,
    after: question.after ?? null,
  };
}

/** One page of a list of a kind, with the kind's columns. */
export async function readList(
  ask: Ask,
  kind: Kind | 'Document',
  question: ListQuestion,
): Promise<Listed> {
  const variables = variablesOf(kind, question);
  const row = (node: { id: string; name: string }, cells: Row['cells']): Row => ({
    id: node.id,
    href: entityAddress(node.id),
    name: node.name,
    cells,
  });
  switch (kind) {
    case 'ArmsSale': {
      const { data, errors } = await ask(SaleList, variables);
      return listed(
        ['Approved', 'Stage', 'Value', 'Currency', 'To', 'What'],
        data?.armsSales,
        errors,
        (node) =>
          row(node, [
            node.approvedOn ?? node.contractedOn,
            node.stage && plain(node.stage),
            node.value?.amount ?? null,
            node.value?.currency ?? null,
            names(node.soldTo),
            names(node.items),
          ]),
      );
    }
    case 'Agreement': {
      const { data, errors } = await ask(AgreementList, variables);
      return listed(['Signed', 'Parties', 'Statements'], data?.agreements, errors, (node) =>
        row(node, [node.signedOn, names(node.parties), node.statementCount]),
      );
    }
    case 'Event': {
      const { data, errors } = await ask(EventList, variables);
      return listed(['From', 'To', 'Where', 'Statements'], data?.events, errors, (node) =>
        row(node, [node.startsOn, node.endsOn, names(node.heldIn), node.statementCount]),
      );
    }
    case 'Document': {
      const { data, errors } = await ask(DocumentList, variables);
      return listed(['Published', 'From'], data?.documents, errors, (node) => ({
        id: node.id,
        href: documentAddress(node.id),
        name: titleOf(node),
        cells: [node.publishedOn, node.publisher ?? sourceLine(node)],
      }));
    }
    default: {
      const where = { is: [kind], ...variables.where };
      const { data, errors } = await ask(EntityList, { ...variables, where });
      return listed(['Statements'], data?.entities, errors, (node) =>
        row(node, [node.statementCount]),
      );
    }
  }
}
