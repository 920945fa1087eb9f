import { randomUUID } from 'node:crypto';
import { get as listen, type IncomingMessage } from 'node:http';

import { tell } from '../servers/fleet';
import type { Figure } from './figures';
import type { Workspace } from './workspace';

const tabs = 500;
const rounds = 5;

/** So many open pages: ms from a command until each has read what changed, and what they cost the server in MB. */
export async function measureTabs({ server, ask }: Workspace): Promise<Figure[]> {
  const before = await server.memory();
  const open = await Promise.all(Array.from({ length: tabs }, () => Tab.open(server.url)));
  const after = await server.memory();
  const tasks = await ask(
    `select id from tasks where status = 'pending' and vendor_task_id is not null order by id desc limit $1`,
    [rounds],
  );
  const values: number[] = [];
  for (const { id } of tasks) {
    const begun = performance.now();
    const seen = Promise.all(open.map((tab) => tab.sees(id)));
    await tell(server.url, 'POST', '/api/commands', { id: randomUUID(), kind: 'complete', taskIds: [id] });
    await seen;
    values.push(performance.now() - begun);
  }
  for (const tab of open) tab.close();
  const memory = after.now - before.now;
  return [
    { what: `${tabs} open tabs: a change until all have it`, unit: 'ms', values, target: 500 },
    { what: `${tabs} open tabs: server memory`, unit: 'MB', values: [memory], target: 40 },
  ];
}

/** What an open page does about changes: it hears that there is one and asks which. */
class Tab {
  readonly #url: string;
  readonly #stream: IncomingMessage;
  #revision: string;
  #heard: () => void = () => undefined;

  private constructor(url: string, stream: IncomingMessage, revision: string) {
    this.#url = url;
    this.#stream = stream;
    this.#revision = revision;
    stream.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('event: change')) this.#heard();
    });
  }

  static async open(url: string): Promise<Tab> {
    const stream = await new Promise<IncomingMessage>((opened, failed) => {
      listen(`${url}/api/events`, { agent: false }, opened).on('error', failed);
    });
    const { revision } = await (await fetch(`${url}/api/tasks/changes?tz=Europe/Berlin`)).json();
    return new Tab(url, stream, revision);
  }

  sees(taskId: string): Promise<void> {
    return new Promise((seen, failed) => {
      const ask = async () => {
        const answer = await fetch(`${this.#url}/api/tasks/changes?tz=Europe/Berlin&since=${this.#revision}`);
        const { revision, items } = await answer.json();
        this.#revision = revision;
        if (items.some(({ id }: { id: string }) => id === taskId)) seen();
      };
      this.#heard = () => void ask().catch(failed);
    });
  }

  close(): void {
    this.#stream.destroy();
  }
}
