import { Lemlist } from './lemlist';
import { expect, test } from './test';

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`a command in its hold survives ${signal} of the server and arrives after the restart`, async ({
    page,
    request,
    title,
    serve,
  }) => {
    const first = await serve({ holdSeconds: 600 });
    await new Lemlist(request, first.url).give(page, { title });
    const card = page.getByRole('region', { name: 'Pending' }).getByRole('article', { name: title });
    await card.hover();
    await card.getByRole('button', { name: 'Complete' }).click();
    await expect(
      page.getByRole('region', { name: 'Completed' }).getByRole('article', { name: title }),
    ).toContainText('held');
    const { items } = await (await request.get(`${first.url}/api/tasks?status=completed&limit=5`)).json();
    expect(items[0].commands[0].state).toBe('held');
    await first.kill(signal);

    const second = await serve({ holdSeconds: 2 });
    const found = await (await request.get(`${second.url}/api/tasks/${items[0].id}`)).json();
    expect(found).toMatchObject({ status: 'completed', commands: [{ state: 'held' }] });
    const vendor = new Lemlist(request, second.url);
    expect((await vendor.find(title))[0]?.status).toBe('pending');
    // Undone and given again, it has the shorter hold of this start.
    await request.delete(`${second.url}/api/commands/${items[0].commands[0].id}`);
    const again = { id: crypto.randomUUID(), kind: 'complete', taskIds: [items[0].id] };
    expect((await request.post(`${second.url}/api/commands`, { data: again })).ok()).toBe(true);
    await expect.poll(async () => (await vendor.find(title))[0]?.status).toBe('completed');
  });
}
