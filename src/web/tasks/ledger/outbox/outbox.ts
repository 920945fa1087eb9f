import { isLineDown } from '../../../api/line';
import { clearWay, Discarded, OwnChange } from './own-change';
import { subjectsOf } from './subjects';
import { untilAnswered } from './until-answered';
import type { WaitingCall, WaitingEntry } from './waiting-entry';
import type { WaitingStore } from './waiting-store';

/** A change that waits, in this tab or in another one. */
export interface Waiting {
  id: string;
  /** Null when another version of Outboard has kept it and this one cannot read it. */
  entry: WaitingEntry | null;
  /** This tab sends it. */
  mine: boolean;
  /** Whether it outlives this page; null while the storage has it in hand. */
  kept: boolean | null;
  /** In words why the server cannot take it though it is there; it is tried again now and then. */
  stuck: string | null;
}

/** What lies outside of this page. */
interface Outside {
  store: WaitingStore;
  /** Tells the other tabs. */
  tell(message: { kind: 'changed' } | { kind: 'discard' | 'hurry'; id: string }): void;
}

/** No storage may hold up what the rep does; after so long it is sent without being kept. */
const storePatienceMs = 1000;

/** The changes that the server has not answered yet, oldest first. Without a store they live as long as the page. */
export class Outbox {
  readonly tab = crypto.randomUUID();
  #store: WaitingStore | null = null;
  #ready: Promise<unknown> = Promise.resolve();
  #tellOthers: Outside['tell'] = () => {};
  readonly #own = new Map<string, OwnChange>();
  readonly #listeners = new Set<() => void>();
  #foreign: readonly Waiting[] = [];
  #all: readonly Waiting[] = [];
  #latest = 0;

  /** The same list as long as nothing changes. */
  readonly all = (): readonly Waiting[] => this.#all;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Nothing is sent until it is known what earlier pages and other tabs have left. */
  waitFor(ready: Promise<unknown>): void {
    this.#ready = ready;
  }

  whenReady(): Promise<unknown> {
    return this.#ready;
  }

  /** Gives it a life beyond this page. */
  attach({ store, tell }: Outside): void {
    this.#store = store;
    this.#tellOthers = tell;
    for (const change of this.#own.values()) this.#keep(change);
  }

  /** Ends as a closed tab does: nothing more is sent, what is stored stays. */
  stop(): void {
    this.#store = null;
    for (const change of this.#own.values()) change.discard();
  }

  /** Takes in what the rep has just done. It is kept before it is sent. */
  begin(id: string, call: WaitingCall, attempted = false): WaitingEntry {
    const at = Math.max(Date.now(), this.#latest + 1);
    const entry = { id, owner: this.tab, at, call, attempted: attempted || !isLineDown(), refused: null };
    this.#add(entry, attempted);
    return entry;
  }

  /** Takes over what a closed tab has left, or what was not accepted and shall be tried once more. */
  adopt(entry: WaitingEntry): WaitingEntry {
    const mine = { ...entry, owner: this.tab };
    this.#foreign = this.#foreign.filter(({ id }) => id !== entry.id);
    this.#add(mine, entry.attempted);
    return mine;
  }

  /** What the others wait with, as the store tells it. */
  setForeign(foreign: readonly Waiting[]): void {
    this.#foreign = foreign.filter(({ id }) => !this.#own.has(id));
    this.#latest = Math.max(this.#latest, ...foreign.map(({ entry }) => entry?.at ?? 0));
    this.#tell();
  }

  /** Whether a change of this tab may have arrived. */
  mayHaveLeft(id: string): boolean {
    return this.#own.get(id)?.sent ?? false;
  }

  owns(id: string): boolean {
    return this.#own.has(id);
  }

  /** Sends it when its turn has come, until there is an answer. Throws `Discarded` when it is taken out meanwhile. */
  async deliver<Answer>(id: string, ask: () => Promise<Answer>): Promise<Answer> {
    const change = this.#own.get(id);
    if (!change) throw new Discarded();
    await change.orDiscarded(this.#ready);
    await change.orDiscarded(
      Promise.race([change.stored, new Promise((go) => setTimeout(go, storePatienceMs))]),
    );
    await this.#turnOf(change);
    return await untilAnswered(ask, {
      clear: async () => {
        await clearWay(change);
        this.#attempt(change);
      },
      pause: (ms) => change.pause(ms),
      stuck: (why) => {
        if (change.stuck === why) return;
        change.stuck = why;
        this.#tell();
      },
    });
  }

  /**
   * Takes a change of this tab out before it is answered. `gone`: it has never been sent, nothing of it left; `unsure`: it may
   * have arrived; null: there is no such change here.
   */
  withdraw(id: string): 'gone' | 'unsure' | null {
    const change = this.#own.get(id);
    if (!change || change.entry.refused !== null) return null;
    change.discard();
    return change.sent ? 'unsure' : 'gone';
  }

  /** Answered or taken out. */
  end(id: string): void {
    const change = this.#own.get(id);
    this.#own.delete(id);
    this.#foreign = this.#foreign.filter((each) => each.id !== id);
    change?.leave();
    this.#tell();
    void this.#write((store) => store.remove(id));
  }

  /** It was not accepted, and is kept until the rep has seen why. */
  refuse(id: string, why: string): void {
    const change = this.#own.get(id);
    if (!change) return;
    change.leave();
    const refused = new OwnChange({ ...change.entry, refused: why }, true);
    this.#own.set(id, refused);
    this.#keep(refused);
  }

  /** Tries those again that wait for a better moment, or one of them. */
  hurry(id?: string): void {
    for (const change of this.#own.values()) if (id === undefined || change.entry.id === id) change.hurry();
    if (id !== undefined && !this.#own.has(id)) this.#tellOthers({ kind: 'hurry', id });
  }

  /** Has another tab take back what it wants to send. */
  askToDiscard(id: string): void {
    this.#tellOthers({ kind: 'discard', id });
  }

  /** Settles when the change no longer waits. */
  gone(id: string): Promise<void> {
    return this.#own.get(id)?.gone ?? this.#leftForeign(id);
  }

  #add(entry: WaitingEntry, sent: boolean): void {
    this.#latest = Math.max(this.#latest, entry.at);
    const change = new OwnChange(entry, sent);
    this.#own.set(entry.id, change);
    this.#keep(change);
  }

  #keep(change: OwnChange): void {
    const { entry } = change;
    const write = this.#store && this.#write((store) => store.put(entry.id, entry));
    change.keep(write, storePatienceMs, () => this.#tell());
    this.#tell();
  }

  #attempt(change: OwnChange): void {
    change.sent = true;
    if (change.entry.attempted) return;
    change.entry = { ...change.entry, attempted: true };
    this.#keep(change);
  }

  async #write(write: (store: WaitingStore) => Promise<void>): Promise<boolean> {
    if (!this.#store) return false;
    try {
      await write(this.#store);
    } catch {
      return false;
    }
    this.#tellOthers({ kind: 'changed' });
    return true;
  }

  async #turnOf(change: OwnChange): Promise<void> {
    const subjects = new Set(subjectsOf(change.entry));
    const before = () =>
      this.#all.find(
        ({ id, entry }) =>
          id !== change.entry.id &&
          entry !== null &&
          entry.refused === null &&
          entry.at < change.entry.at &&
          subjectsOf(entry).some((subject) => subjects.has(subject)),
      );
    for (let first = before(); first; first = before()) await change.orDiscarded(this.gone(first.id));
  }

  #leftForeign(id: string): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.#foreign.some((each) => each.id === id)) return;
        leave();
        resolve();
      };
      const leave = this.subscribe(look);
      look();
    });
  }

  #tell(): void {
    const own = [...this.#own.values()].map(({ entry, kept, stuck }): Waiting => ({
      id: entry.id,
      entry,
      mine: true,
      kept,
      stuck,
    }));
    this.#all = [...this.#foreign, ...own].toSorted((a, b) => (a.entry?.at ?? 0) - (b.entry?.at ?? 0));
    for (const listener of this.#listeners) listener();
  }
}
