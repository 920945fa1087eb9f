import type { AddressInfo } from 'node:net';

import { createAdaptorServer } from '@hono/node-server';

type Answer = (request: Request, env: object) => Response | Promise<Response>;

export type Listener = {
  url: string;
  /** From now on requests get their answers; those that came before have waited. */
  answer(handler: Answer): void;
  close(): Promise<void>;
};

const graceMs = 5_000;

/** Opens the port first, so that its address is known to the parts that need it. */
export function listen({ PORT, HOST }: { PORT: number; HOST: string }): Promise<Listener> {
  let answer: (handler: Answer) => void = () => undefined;
  const handler = new Promise<Answer>((resolve) => {
    answer = resolve;
  });
  const server = createAdaptorServer({ fetch: async (request, env) => (await handler)(request, env) });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`,
        answer,
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
