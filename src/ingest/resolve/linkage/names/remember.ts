const MOST = 50_000;

/** A function of one text that is not asked twice for the same; what it remembers is bounded. */
export function remembering<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      if (known.size >= MOST) known.clear();
      value = make(text);
      known.set(text, value);
    }
    return value;
  };
}
