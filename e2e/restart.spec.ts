import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { Lemlist } from './lemlist';
import { expect, test } from './test';

const repository = resolve(import.meta.dirname, '..');

/** Starts the built server on its own data directory; answers its address once it is ready. */
async function start(dataDir: string, holdSeconds: number): Promise<{ url: string; process: ChildProcess }> {
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: repository,
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDir,
      HOLD_SECONDS: String(holdSeconds),
      OUTBOUND_HOLD_SECONDS: String(holdSeconds),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error('the server ended before it was ready')));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const address = /ready at (\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  return { url, process: server };
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  server.kill(signal);
  await once(server, 'exit');
}

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`a command in its hold survives ${signal} of the server and arrives after the restart`, async ({
    page,
    request,
    title,
  }) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'outboard restart '));
    const first = await start(dataDir, 600);
    await new Lemlist(request, first.url).give(page, { title });
    const card = page.getByRole('region', { name: 'Pending' }).getByRole('article', { name: title });
    await card.hover();
    await card.getByRole('button', { name: 'Complete' }).click();
    await expect(
      page.getByRole('region', { name: 'Completed' }).getByRole('article', { name: title }),
    ).toContainText('held');
    const { items } = await (await request.get(`${first.url}/api/tasks?status=completed&limit=5`)).json();
    expect(items[0].commands[0].state).toBe('held');
    await end(first.process, signal);

    const second = await start(dataDir, 2);
    const found = await (await request.get(`${second.url}/api/tasks/${items[0].id}`)).json();
    expect(found).toMatchObject({ status: 'completed', commands: [{ state: 'held' }] });
    const vendor = new Lemlist(request, second.url);
    expect((await vendor.find(title))[0]?.status).toBe('pending');
    // Undone and given again, it has the shorter hold of this start.
    await request.delete(`${second.url}/api/commands/${items[0].commands[0].id}`);
    const again = { id: crypto.randomUUID(), kind: 'complete', taskIds: [items[0].id] };
    expect((await request.post(`${second.url}/api/commands`, { data: again })).ok()).toBe(true);
    await expect.poll(async () => (await vendor.find(title))[0]?.status).toBe('completed');
    await end(second.process, 'SIGTERM');
    rmSync(dataDir, { recursive: true, force: true });
  });
}
