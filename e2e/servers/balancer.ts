import { setInterval as every } from 'node:timers/promises';

const probeEveryMs = 250;
const probePatienceMs = 10_000;

/** Spreads requests over servers as a proxy in front of them does: in turn, over those that said last that they are ready. */
export class Balancer {
  readonly #urls: readonly string[];
  readonly #ready = new Set<string>();
  readonly #closing = new AbortController();
  #turn = 0;
  #probed: () => void = () => undefined;

  constructor(urls: readonly string[]) {
    this.#urls = urls;
    for (const url of urls) void this.#probe(url);
  }

  /** Waits until so many servers are ready. */
  async hasReady(count: number): Promise<void> {
    while (this.#ready.size < count) {
      await new Promise<void>((resolve) => {
        this.#probed = resolve;
      });
    }
  }

  /** One request to one server, never repeated. Throws when it is not answered well. */
  // eslint-disable-next-line typescript/no-explicit-any -- tests look at what they expect
  async ask(method: string, path: string, body?: object): Promise<any> {
    const url = this.#next();
    const headers = { 'content-type': 'application/json' };
    const request = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
    const answer = await fetch(`${url}${path}`, request).catch((error: unknown) => {
      throw new Error(`${method} ${path} got no answer from ${url}`, { cause: error });
    });
    const text = await answer.text();
    if (!answer.ok)
      throw new Error(`${method} ${path} was answered by ${url} with ${answer.status}: ${text}`);
    return JSON.parse(text);
  }

  /** Hears the events as a page does, which comes again when its stream ends; answers how often it came. */
  async listen(isGoing: () => boolean): Promise<number> {
    let streams = 0;
    while (isGoing()) {
      const answer = await fetch(`${this.#next()}/api/events`, { signal: this.#closing.signal });
      streams += 1;
      const reader = answer.body?.getReader();
      while (isGoing() && !((await reader?.read())?.done ?? true));
      await reader?.cancel();
    }
    return streams;
  }

  close(): void {
    this.#closing.abort();
  }

  #next(): string {
    const ready = this.#urls.filter((url) => this.#ready.has(url));
    this.#turn += 1;
    const url = ready[this.#turn % ready.length];
    if (url === undefined) throw new Error('No server is ready.');
    return url;
  }

  async #probe(url: string): Promise<void> {
    try {
      for await (const _ of every(probeEveryMs, undefined, { signal: this.#closing.signal })) {
        const isReady = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(probePatienceMs) }).then(
          (answer) => answer.ok,
          () => false,
        );
        if (isReady) this.#ready.add(url);
        else this.#ready.delete(url);
        this.#probed();
      }
    } catch (error) {
      if (!this.#closing.signal.aborted) throw error;
    }
  }
}
