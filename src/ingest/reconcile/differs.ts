export type Properties = Readonly<Record<string, unknown>>;

/** Most characters of a value in a message. */
const VALUE_MAX = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  return text.length > VALUE_MAX ? `${text.slice(0, VALUE_MAX)} ...` : text;
}

/** Since when a summary is held is no part of it. */
const HELD = 'heldFrom';

/** The first property that differs, in words; null when none does. */
export function differs(stored: Properties, expected: Properties): string | null {
  const names = [...new Set([...Object.keys(stored), ...Object.keys(expected)])].sort();
  for (const name of names.filter((each) => each !== HELD)) {
    const [is, should] = [stored[name] ?? null, expected[name] ?? null];
    if (JSON.stringify(is) !== JSON.stringify(should))
      return `${name} is ${shown(is)}; its statements make it ${shown(should)}`;
  }
  return null;
}
