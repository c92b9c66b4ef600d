import { KINDS, type Kind } from '../words.ts';

/** The outline of a kind around the origin: colours distinguish families, shapes their kinds. */
export function shapeOf(kind: Kind, r: number): string {
  const at = (points: readonly (readonly [number, number])[]) =>
    `M${points.map(([x, y]) => `${(x * r).toFixed(2)} ${(y * r).toFixed(2)}`).join('L')}Z`;
  switch (kind) {
    case 'Person':
    case 'Place':
      return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
    case 'Organisation':
      return at([
        [-0.9, -0.9],
        [0.9, -0.9],
        [0.9, 0.9],
        [-0.9, 0.9],
      ]);
    case 'Country':
      return at([
        [-0.95, -0.9],
        [0.95, -0.9],
        [0.95, 0.25],
        [0, 1.1],
        [-0.95, 0.25],
      ]);
    case 'Agreement':
      return at([
        [0, -1.15],
        [1.15, 0],
        [0, 1.15],
        [-1.15, 0],
      ]);
    case 'ArmsSale':
      return at([
        [-1.1, -0.85],
        [1.1, -0.85],
        [0, 1.1],
      ]);
    case 'WeaponSystem':
      return at([
        [0, -1.1],
        [1.1, 0.85],
        [-1.1, 0.85],
      ]);
    case 'Event':
      return at([
        [-0.55, -1],
        [0.55, -1],
        [1.1, 0],
        [0.55, 1],
        [-0.55, 1],
        [-1.1, 0],
      ]);
  }
}

export const Icon = ({ kind }: { kind: Kind }) => (
  <svg
    className={`icon ${KINDS[kind].family}`}
    width="14"
    height="14"
    viewBox="-8 -8 16 16"
    aria-hidden="true"
  >
    <path d={shapeOf(kind, 6)} />
  </svg>
);

/** A kind in words, with its shape. */
export const KindLabel = ({ kind }: { kind: Kind }) => (
  <span className="kind">
    <Icon kind={kind} /> {KINDS[kind].one}
  </span>
);
