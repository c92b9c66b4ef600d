/** Properties with a value, sorted by name. */
export function present(properties: unknown): Record<string, string | number> {
  const entries = Object.entries(properties as Record<string, string | number>).filter(
    ([, value]) => value != null,
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
