/**
 * Caches the results of `make` by key.
 * @param most results that are kept; at this number all are dropped, and collecting begins anew
 */
export function remembered<K, V>(
  make: (key: K) => V,
  most = Number.POSITIVE_INFINITY,
): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= most) known.clear();
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}
