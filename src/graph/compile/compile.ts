import type { Kind } from '../../model/kinds.ts';
import type { Selection } from './select.ts';
import type { Args } from './statement-builder.ts';
import { type Text, textOf } from './text.ts';
import { Writer } from './writer.ts';

interface Writing {
  /** Rows are returned as maps, which people can read, instead of lists. */
  readonly named?: boolean;
  /** Long texts are cut to an excerpt as they are read. */
  readonly excerpts?: boolean;
}

/** Compiles a selection to one Cypher statement. `args` decide its text only by their shape. */
export function compile(
  selection: Selection,
  args: Args,
  { named = false, excerpts = false }: Writing = {},
): Text {
  const write = new Writer(selection, args, named, excerpts);
  return textOf(write.root(selection.root), write.draft, args);
}

/** Compiles the same for many nodes of one kind by id, as a DataLoader asks for them. */
export function compileBatch(
  selection: Selection,
  args: Args,
  kind: Kind,
  { named = false, excerpts = false }: Writing = {},
): Text {
  const { root } = selection;
  const write = new Writer(selection, args, named, excerpts);
  const { cypher, shape } = write.draft.within({ size: () => 1 }, () =>
    write.projection('n', root.children, root.abstract),
  );
  const text = `UNWIND $ids AS id\nMATCH (n:${kind} {id: id})\nRETURN id, ${cypher} AS value`;
  return textOf({ cypher: text, shape }, write.draft, args);
}
