import { isLineDown, subscribeToLine } from '../../../api/line';
import type { WaitingEntry } from './waiting-entry';

/** The rep took the change back before it was answered; nothing to tell. */
export class Discarded extends Error {
  override readonly name = 'Discarded';
}

/** A change that this tab sends. */
export class OwnChange {
  entry: WaitingEntry;
  kept: boolean | null = null;
  stuck: string | null = null;
  /** It may have arrived. */
  sent: boolean;
  /** Settles when the store has it, or has failed to take it. */
  stored: Promise<unknown> = Promise.resolve();
  /** Settles when it no longer waits. */
  readonly gone: Promise<void>;
  leave = () => {};
  readonly #stop = new AbortController();
  #wake = () => {};

  constructor(entry: WaitingEntry, sent: boolean) {
    this.entry = entry;
    this.sent = sent;
    this.gone = new Promise((resolve) => {
      this.leave = resolve;
    });
  }

  /** `write`: the storage has it in hand; null: there is none yet, so that nothing has failed so far. */
  keep(write: Promise<boolean> | null, patienceMs: number, tell: () => void): void {
    const become = (kept: boolean) => {
      if (this.kept === kept) return;
      this.kept = kept;
      tell();
    };
    this.stored = write === null ? Promise.resolve() : write.then(become);
    setTimeout(() => {
      if (this.kept === null) become(false);
    }, patienceMs);
  }

  discard(): void {
    this.#stop.abort();
  }

  hurry(): void {
    this.#wake();
  }

  /** Waits for it, or throws `Discarded` as soon as the change is taken out. */
  async orDiscarded<Result>(wait: Promise<Result>): Promise<Result> {
    const { signal } = this.#stop;
    let stop = () => {};
    const stopped = new Promise<never>((_, reject) => {
      stop = () => reject(new Discarded());
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop);
    });
    try {
      return await Promise.race([stopped, wait]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  async pause(ms: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
      this.#wake = resolve;
    });
    await this.orDiscarded(over).finally(() => clearTimeout(timer));
  }
}

/** Waits until somebody answers at the other end. */
export async function clearWay(change: OwnChange): Promise<void> {
  let leave = () => {};
  const up = new Promise<void>((resolve) => {
    const look = () => {
      if (!isLineDown()) resolve();
    };
    leave = subscribeToLine(look);
    look();
  });
  await change.orDiscarded(up).finally(() => leave());
}
