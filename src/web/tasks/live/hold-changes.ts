let release: (() => void) | null = null;
let released: Promise<void> = Promise.resolve();

/** From now on news from the server waits, so that nothing moves under a card in hand. */
export function holdChanges(): void {
  if (release) return;
  released = new Promise((resolve) => {
    release = resolve;
  });
}

/** News that waited comes in now; safe to call when nothing is held. */
export function releaseChanges(): void {
  release?.();
  release = null;
}

/** Settles at once unless changes are held. */
export function whenReleased(): Promise<void> {
  return released;
}
