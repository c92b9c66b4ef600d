import type { HitData } from '../../pages/operations/search.ts';
import { Icon } from '../../pages/view/Icon.tsx';
import { count, KINDS } from '../../pages/words.ts';

/** Groups hits by kind; the kind of the best hit is first. */
function groupsOf(hits: readonly HitData[]) {
  const groups = new Map<HitData['node']['__typename'], { hit: HitData; at: number }[]>();
  hits.forEach((hit, at) => {
    const kind = hit.node.__typename;
    groups.set(kind, [...(groups.get(kind) ?? []), { hit, at }]);
  });
  return [...groups];
}

/** The list of a combobox, grouped by kind. */
export function Options({
  id,
  hits,
  chosen,
  onPick,
}: {
  id: string;
  hits: readonly HitData[];
  chosen: number;
  onPick: (hit: HitData) => void;
}) {
  return (
    <div role="listbox" id={id} aria-label="Names" hidden={hits.length === 0}>
      {groupsOf(hits).map(([kind, members]) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, as the pattern of a listbox has it
        <div key={kind} role="group" aria-label={KINDS[kind].many}>
          <div className="group-name" aria-hidden="true">
            {KINDS[kind].many}
          </div>
          {members.map(({ hit, at }) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys
            <div
              key={hit.node.id}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(hit)}
            >
              <Icon kind={kind} />
              <span>
                {hit.node.name}
                {hit.matchedName !== hit.node.name && <small> also “{hit.matchedName}”</small>}
              </span>
              <small>{count(hit.node.statementCount, 'statement')}</small>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
