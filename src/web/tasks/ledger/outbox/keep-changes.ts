import type { Outbox, Waiting } from './outbox';
import type { WaitingEntry } from './waiting-entry';
import { waitingEntry } from './waiting-entry';
import type { WaitingStore } from './waiting-store';

/** What the tabs of a browser tell each other. */
type Message = { kind: 'changed' } | { kind: 'discard' | 'hurry'; id: string };

/** What has to happen in the page for changes that come from elsewhere. */
export interface Takers {
  /** Sends a change that an earlier page has left. */
  resume(entry: WaitingEntry): void;
  /** Another tab asks to take one of this tab's changes back. */
  discard(id: string): void;
  /** Another tab's changes have been answered; settles when this page has their rows. */
  catchUp(): Promise<unknown>;
}

export interface Keeping {
  /** Settles when it is known what earlier pages and other tabs have left. */
  ready: Promise<void>;
  /** As a closed tab does. */
  stop(): void;
}

/** A storage that answers nothing may not hold up the page. */
const patienceMs = 2000;
const lockOf = (tab: string) => `outboard-tab ${tab}`;

/**
 * From now on the outbox outlives the page. Each change is sent by the tab where it was made; when that tab is closed, whoever
 * gets its lock takes over, so it is one tab alone. Where the browser has no locks, a new page takes over at once; the server
 * knows a change by its id and does it once.
 */
export function keepChanges(outbox: Outbox, store: WaitingStore, takers: Takers): Keeping {
  const channel = new BroadcastChannel('outboard-waiting');
  const end = new AbortController();
  const heirs = new Set<string>();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin anyway
  const tell = (message: Message) => channel.postMessage(message);

  const adopt = async (tab: string) => {
    heirs.delete(tab);
    for (const { entry } of (await readAll(store)).toSorted(
      (a, b) => (a.entry?.at ?? 0) - (b.entry?.at ?? 0),
    ))
      if (entry?.owner === tab && !end.signal.aborted) take(entry);
  };
  const take = (entry: WaitingEntry) => {
    if (outbox.owns(entry.id)) return;
    const mine = outbox.adopt(entry);
    if (mine.refused === null) takers.resume(mine);
  };
  const inherit = (tab: string) => {
    if (tab === outbox.tab || heirs.has(tab)) return;
    heirs.add(tab);
    void underLock(tab, end.signal, () => adopt(tab));
  };
  const look = async () => {
    const foreign = (await readAll(store)).filter(({ entry }) => entry?.owner !== outbox.tab);
    if (end.signal.aborted) return;
    const left = outbox.all().some(({ id, mine }) => !mine && !foreign.some((each) => each.id === id));
    // What they have changed is drawn until this page has the rows that say so.
    if (left) await takers.catchUp().catch(() => {});
    outbox.setForeign(foreign);
    for (const { entry } of foreign) if (entry) inherit(entry.owner);
  };

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'changed') void look().catch(() => {});
    else if (!outbox.owns(data.id)) return;
    else if (data.kind === 'discard') takers.discard(data.id);
    else outbox.hurry(data.id);
  });
  void underLock(
    outbox.tab,
    end.signal,
    () => new Promise((done) => end.signal.addEventListener('abort', done)),
  );
  outbox.attach({ store, tell });
  return {
    ready: patiently(look()),
    stop: () => {
      outbox.stop();
      end.abort();
      channel.close();
    },
  };
}

async function underLock(tab: string, signal: AbortSignal, work: () => Promise<unknown>): Promise<void> {
  const { locks } = navigator as { locks?: LockManager };
  try {
    await (locks ? locks.request(lockOf(tab), { signal }, work) : work());
  } catch {
    // The page stopped waiting for it, or its store cannot be read: what is there stays there.
  }
}

async function patiently(work: Promise<unknown>): Promise<void> {
  const late = new Promise((resolve) => {
    setTimeout(resolve, patienceMs);
  });
  await Promise.race([work.catch(() => {}), late]);
}

async function readAll(store: WaitingStore): Promise<Waiting[]> {
  return (await store.list()).map(([id, kept]) => {
    const read = waitingEntry.safeParse(kept);
    const entry = read.success && read.data.id === id ? read.data : null;
    return { id, entry, mine: false, kept: true, stuck: null };
  });
}
