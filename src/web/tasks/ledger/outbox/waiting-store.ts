import { createStore, del, entries, set } from 'idb-keyval';

/** Where the changes outlive the page, each under its id. Every call may fail: storage can be full, switched off or broken. */
export interface WaitingStore {
  list(): Promise<[id: string, entry: unknown][]>;
  put(id: string, entry: unknown): Promise<void>;
  remove(id: string): Promise<void>;
}

/**
 * This browser's own storage. Apart from the kept board (`live/kept-board.ts`), which is written now and then as a whole by
 * whichever tab comes last and is thrown away with the next version: a change may be lost to neither.
 */
export function browserStore(name = 'outboard-waiting'): WaitingStore {
  const store = createStore(name, 'changes');
  return {
    list: async () => await entries<string, unknown>(store),
    put: async (id, entry) => await set(id, entry, store),
    remove: async (id) => await del(id, store),
  };
}
