import { useSyncExternalStore } from 'react';

import { followKept, keepText, keptText } from './memory';

/** The text that this browser keeps under a key, followed; null for none. */
export function useKeptText(key: string): string | null {
  return useSyncExternalStore(
    (listener) => followKept(key, listener),
    () => keptText(key),
  );
}

/** A choice that this browser keeps for all of its tabs; one of `values`, the first until chosen. */
export function useKept<Value extends string>(
  key: string,
  values: readonly [Value, ...Value[]],
): [Value, (value: Value) => void] {
  const kept = useKeptText(key);
  return [values.find((value) => value === kept) ?? values[0], (value) => keepText(key, value)];
}
