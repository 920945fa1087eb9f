import type { Notice, NoticeTopic } from '#contract/notice';

type Subscriber = { workspaceId: number; send(event: string): void; close(): void };

const heartbeatMs = 20_000;
const tooFarBehind = -32;
const eventOf: Record<NoticeTopic, string> = {
  tasks: 'change',
  connections: 'connections',
  views: 'views',
};

/** Tells open pages that something changed, never what: they ask. A page that cannot keep up is cut off and comes again. */
export class Live {
  readonly #subscribers = new Set<Subscriber>();
  readonly #heartbeat = setInterval(() => this.#beat(), heartbeatMs).unref();

  /** Passes a notice on; null means that some may have been missed, so everyone asks anew. */
  announce(notice: Notice | null): void {
    for (const one of this.#subscribers) {
      if (notice === null) one.send(Object.values(eventOf).map(message).join(''));
      else if (one.workspaceId === notice.workspaceId) one.send(message(eventOf[notice.topic]));
    }
  }

  /** A stream of server-sent events for one page; `cut` ends the connection of one that reads nothing. */
  open(workspaceId: number, cut: () => void = () => undefined): ReadableStream<Uint8Array> {
    const text = new TextEncoder();
    let subscriber: Subscriber;
    return new ReadableStream(
      {
        start: (controller) => {
          const close = () => {
            this.#subscribers.delete(subscriber);
            controller.close();
          };
          const send = (event: string) => {
            if ((controller.desiredSize ?? 0) >= tooFarBehind) return controller.enqueue(text.encode(event));
            close();
            // An orderly end would wait for ever behind what the page does not read.
            cut();
          };
          subscriber = { workspaceId, send, close };
          this.#subscribers.add(subscriber);
          send(`retry: 1000\n${message('hello')}`);
        },
        cancel: () => {
          this.#subscribers.delete(subscriber);
        },
      },
      { highWaterMark: 1 },
    );
  }

  get size(): number {
    return this.#subscribers.size;
  }

  /** Ends every stream there is, so that pages come again, where possible to another server. */
  endStreams(): void {
    for (const one of this.#subscribers) one.close();
  }

  /** Ends every stream and the work on them, so that the server can stop. */
  close(): void {
    clearInterval(this.#heartbeat);
    this.endStreams();
  }

  #beat(): void {
    for (const one of this.#subscribers) one.send(': still here\n\n');
  }
}

function message(event: string): string {
  return `event: ${event}\ndata: {}\n\n`;
}
