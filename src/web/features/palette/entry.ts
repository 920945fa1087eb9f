import type { ReactNode } from 'react';

/** One thing that the palette can find and do. */
export type Entry = {
  /** Of its own in the whole palette, and the same tomorrow. */
  id: string;
  name: string;
  /** Other words under which it is found. */
  also?: string;
  /** Muted words after the name: a person, a day. */
  note?: string;
  icon: ReactNode;
  /** The key that does the same on the board. */
  shortcut?: string;
  run: () => void;
};

export type EntryGroup = {
  title: string;
  entries: readonly Entry[];
};
