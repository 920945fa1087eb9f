import { pendingPrefix, type MediaUpload } from '#contract/media';

/** A file on its way to Outboard. `share` is what has left of it, 0 to 1; `complaint` says why it failed. */
export type Upload = {
  file: File;
  state: 'waiting' | 'running' | 'done' | 'failed';
  share: number;
  result: MediaUpload | null;
  complaint: string | null;
};

type SendFile = (
  file: File,
  options: { onProgress: (share: number) => void; signal: AbortSignal },
) => Promise<MediaUpload>;

const atOnce = 2;

/** Sends files, two at a time, in the order in which they came; it outlives the form that they were chosen in. */
export class UploadQueue {
  readonly #send: SendFile;
  readonly #uploads = new Map<string, Upload>();
  readonly #running = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();

  constructor(send: SendFile) {
    this.#send = send;
  }

  /** Queues a file; the answer stands for its address until it has one. */
  add(file: File): string {
    const url = `${pendingPrefix}${crypto.randomUUID()}`;
    this.#uploads.set(url, { file, state: 'waiting', share: 0, result: null, complaint: null });
    this.#tell();
    this.#next();
    return url;
  }

  get(pendingUrl: string): Upload | undefined {
    return this.#uploads.get(pendingUrl);
  }

  isMoving(pendingUrl: string): boolean {
    const state = this.get(pendingUrl)?.state;
    return state === 'waiting' || state === 'running';
  }

  retry(pendingUrl: string): void {
    if (this.get(pendingUrl)?.state !== 'failed') return;
    this.#change(pendingUrl, { state: 'waiting', complaint: null });
    this.#next();
  }

  /** Cancels it if it is still on its way, and lets go of the file. */
  forget(pendingUrl: string): void {
    if (!this.#uploads.delete(pendingUrl)) return;
    this.#running.get(pendingUrl)?.abort(new DOMException('The upload was cancelled.', 'AbortError'));
    this.#tell();
  }

  /** Ends when each of these has failed, or has arrived and been let go by the form that has its address now. */
  settled(urls: readonly string[]): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (urls.some((url) => (this.get(url)?.state ?? 'failed') !== 'failed')) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #change(url: string, part: Partial<Upload>): void {
    const upload = this.#uploads.get(url);
    if (upload === undefined) return;
    this.#uploads.set(url, { ...upload, ...part });
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #next(): void {
    for (const [url, { state, file }] of this.#uploads) {
      if (this.#running.size >= atOnce) return;
      if (state === 'waiting') void this.#run(url, file);
    }
  }

  async #run(url: string, file: File): Promise<void> {
    const leaving = new AbortController();
    this.#running.set(url, leaving);
    this.#change(url, { state: 'running', share: 0 });
    try {
      const result = await this.#send(file, {
        signal: leaving.signal,
        onProgress: (share) => this.#change(url, { share }),
      });
      this.#change(url, { state: 'done', share: 1, result });
    } catch (error) {
      if (!leaving.signal.aborted) this.#change(url, { state: 'failed', complaint: wordsOf(error) });
    }
    this.#running.delete(url);
    this.#next();
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : 'The upload did not work.';
}
