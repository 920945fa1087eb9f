import type { Notice, NoticeTopic } from '#contract/notice';

type Subscriber = { workspaceId: number; send(event: string): void; close(): void };

const heartbeatMs = 20_000;
const tooFarBehind = -32;
const eventOf: Record<NoticeTopic, string> = { tasks: 'change', connections: 'connections' };

/** Tells open pages that something changed, never what: they ask. A page that cannot keep up is cut off and comes again. */
export class Live {
  readonly #subscribers = new Set<Subscriber>();
  readonly #heartbeat = setInterval(() => this.#beat(), heartbeatMs).unref();

  /** Passes a notice on; null means that some may have been missed, so everyone asks anew. */
  announce(notice: Notice | null): void {
    for (const one of this.#subscribers) {
      if (notice === null) one.send(message('change') + message('connections'));
      else if (one.workspaceId === notice.workspaceId) one.send(message(eventOf[notice.topic]));
    }
  }

  /** A stream of server-sent events for one page. */
  open(workspaceId: number): ReadableStream<Uint8Array> {
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
            if ((controller.desiredSize ?? 0) < tooFarBehind) close();
            else controller.enqueue(text.encode(event));
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

  /** Ends every stream, so that the server can stop. */
  close(): void {
    clearInterval(this.#heartbeat);
    for (const one of this.#subscribers) one.close();
  }

  #beat(): void {
    for (const one of this.#subscribers) one.send(': still here\n\n');
  }
}

function message(event: string): string {
  return `event: ${event}\ndata: {}\n\n`;
}
