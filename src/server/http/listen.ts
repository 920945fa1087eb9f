import type { AddressInfo } from 'node:net';

import { createAdaptorServer, type HttpBindings } from '@hono/node-server';

type Answer = (request: Request, env: object) => Response | Promise<Response>;

export type Listener = {
  url: string;
  /** From now on requests get their answers; those that came before have waited. */
  answer(handler: Answer): void;
  /** From now on each answer ends its connection: whoever sent the request sends the next one to another server. */
  leave(): void;
  close(): Promise<void>;
};

const graceMs = 5_000;

/** Opens the port first, so that its address is known to the parts that need it. */
export function listen({ PORT, HOST }: { PORT: number; HOST: string }): Promise<Listener> {
  let answer: (handler: Answer) => void = () => undefined;
  const handler = new Promise<Answer>((resolve) => {
    answer = resolve;
  });
  let leaving = false;
  const server = createAdaptorServer({
    async fetch(request, env) {
      const response = await (await handler)(request, env);
      if (leaving) (env as HttpBindings).outgoing.setHeader('connection', 'close');
      return response;
    },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`,
        answer,
        leave() {
          leaving = true;
        },
        close: () => close(server),
      });
    });
  });
}

/** Lets running requests end; connections that stay open after a while are cut. */
function close(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
