import { KindLabel } from '../../pages/view/Icon.tsx';
import { KIND_NAMES, type Kind } from '../../pages/words.ts';

export const Legend = ({ kinds }: { kinds: ReadonlySet<Kind> }) => (
  <div className="legend" aria-hidden="true">
    {KIND_NAMES.filter((kind) => kinds.has(kind)).map((kind) => (
      <KindLabel key={kind} kind={kind} />
    ))}
  </div>
);
