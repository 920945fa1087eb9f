import { Lemlist } from './lemlist';
import { filmOnDisk, MOST_BYTES } from './media-files';
import { expect, test } from './test';

/** Milliseconds that 120 MB may take on a busy machine. */
const timeout = 120_000;

test('six videos of 20 MB each go to lemlist while the memory of the server stays flat', async ({
  request,
  form,
  title,
  folder,
  serve,
}) => {
  test.slow();
  const names = ['1.mp4', '2.mp4', '3.mp4', '4.mp4', '5.mp4', '6.mp4'];
  const [first = '', ...others] = names.map((name) => filmOnDisk(folder, name, MOST_BYTES));
  const server = await serve({ holdSeconds: 1 });
  const lemlist = new Lemlist(request, server.url);
  await form.open('lemlist', server.url);
  await form.field('Type').selectOption({ label: 'LinkedIn message' });
  await form.link((await lemlist.contact()).email);
  await form.field('Title').fill(title);
  await form.attach(first);
  await expect(form.media.getByRole('listitem')).toContainText('Uploaded');
  const before = await server.memory();

  await form.attach(...others);
  await expect(form.media).toContainText('6 of 6');
  await form.create.click();
  await expect(form.dialog).toBeHidden({ timeout });
  await expect.poll(() => lemlist.find(title), { timeout }).toHaveLength(1);
  const [task] = await lemlist.find(title);
  expect(task?.files.map(({ name, size }) => [name, size])).toEqual(names.map((name) => [name, MOST_BYTES]));
  // 340 MB have passed since: from the browser to the store, out of it, and into the practice vendor.
  const after = await server.memory();
  expect(after.most - before.now).toBeLessThan(100);
});
