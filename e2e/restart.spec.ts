import { Lemlist } from './lemlist';
import { expect, pressOn, test } from './test';

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
    await pressOn(card, 'Complete');
    await expect(
      page.getByRole('region', { name: 'Completed' }).getByRole('article', { name: title }),
    ).toContainText('held');
    const id = await page.getByRole('article', { name: title }).getAttribute('data-task-id');
    const read = async (url: string) => (await request.get(`${url}/api/tasks/${id}`)).json();
    // The board shows the change before the server has said that it is kept.
    await expect.poll(async () => (await read(first.url)).commands[0]?.state).toBe('held');
    await first.kill(signal);

    const second = await serve({ holdSeconds: 2 });
    const found = await read(second.url);
    expect(found).toMatchObject({ status: 'completed', commands: [{ state: 'held' }] });
    const vendor = new Lemlist(request, second.url);
    expect((await vendor.find(title))[0]?.status).toBe('pending');
    // Undone and given again, it has the shorter hold of this start.
    await request.delete(`${second.url}/api/commands/${found.commands[0].id}`);
    const again = { id: crypto.randomUUID(), kind: 'complete', taskIds: [id] };
    expect((await request.post(`${second.url}/api/commands`, { data: again })).ok()).toBe(true);
    await expect.poll(async () => (await vendor.find(title))[0]?.status).toBe('completed');
  });
}
