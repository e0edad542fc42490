/** `getOrMake`: get or insert, for `Map` and `WeakMap`. */

/** The part of a map, or of one that holds its keys weakly, that this needs. */
interface Store<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** What is kept under a key; made when it is first asked for. */
export function getOrMake<K, V extends object>(store: Store<K, V>, key: K, make: () => V): V {
  const known = store.get(key);
  if (known !== undefined) return known;
  const made = make();
  store.set(key, made);
  return made;
}
