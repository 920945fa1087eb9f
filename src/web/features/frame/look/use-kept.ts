import { useState } from 'react';

/** A choice about the look that this browser keeps; one of `values`, the first until chosen. */
export function useKept<Value extends string>(
  place: string,
  values: readonly [Value, ...Value[]],
): [Value, (value: Value) => void] {
  const [kept, setKept] = useState(() => localStorage.getItem(place));
  return [
    values.find((value) => value === kept) ?? values[0],
    (value) => {
      localStorage.setItem(place, value);
      setKept(value);
    },
  ];
}
