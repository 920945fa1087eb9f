import { film, filmOnDisk, image, MOST_BYTES, renamedProgram } from './media-files';
import { expect, test } from './test';

const six = [
  image('png', 'one.png'),
  image('jpeg', 'two.jpg'),
  image('gif', 'three.gif'),
  image('png', 'four.png'),
  film('isom', 'five.mp4'),
  film('qt  ', 'six.mov'),
];
const message = 'The pictures that you asked for';

test('six images and videos go to lemlist; a seventh, one byte over 20 MB and a renamed program are refused in words and cost nothing that was typed', async ({
  page,
  lemlist,
  form,
  title,
}, testInfo) => {
  const contact = await lemlist.contact();
  await form.open('lemlist');
  await form.field('Type').selectOption({ label: 'LinkedIn message' });
  await form.link(contact.email);
  await form.field('Title').fill(title);
  await form.field('Message').fill(message);
  const refused = form.media.getByRole('alert').getByRole('listitem');
  const nothingIsLost = async (attached: number) => {
    await expect(form.media).toContainText(`${attached} of 6`);
    await expect(form.field('Title')).toHaveValue(title);
    await expect(form.field('Message')).toHaveValue(message);
  };

  await form.attach(renamedProgram('photo.png'));
  await expect(refused).toHaveText(/“photo\.png” is none of PNG, .* by its content, whatever its name says/);
  await nothingIsLost(0);

  await form.attach(filmOnDisk(testInfo.outputDir, 'long.mp4', MOST_BYTES + 1));
  await expect(refused).toHaveText(/“long\.mp4” is larger than 20 MB/);
  await nothingIsLost(0);

  await form.attach(...six);
  await expect(refused).toHaveCount(0);
  await nothingIsLost(6);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['GIF89a', new Uint8Array(40)], 'seven.gif'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(refused).toHaveText(/“seven\.gif” is one too many: a task takes at most 6/);
  await expect(form.media.getByRole('button', { name: 'Choose files' })).toBeDisabled();
  await nothingIsLost(6);

  await form.create.click();
  await expect(form.dialog).toBeHidden();
  await expect.poll(() => lemlist.find(title)).toHaveLength(1);
  const [task] = await lemlist.find(title);
  expect(task).toMatchObject({ type: 'linkedinSend', content: message, contactId: contact.id });
  expect(task?.files.map(({ kind, name, type, size }) => [kind, name, type, size])).toEqual(
    six.map(({ name, mimeType, buffer }) => [
      mimeType.startsWith('image') ? 'images' : 'videos',
      name,
      mimeType,
      buffer.length,
    ]),
  );
});

test('another type with files attached is asked about: Keep them keeps type and files, Remove drops both', async ({
  form,
  title,
}) => {
  await form.open('lemlist');
  const type = form.field('Type');
  await type.selectOption({ label: 'LinkedIn message' });
  await form.field('Title').fill(title);
  await form.attach(image('png', 'one.png'), image('gif', 'two.gif'));
  await expect(form.media).toContainText('2 of 6');
  const question = form.question('Remove the images and videos?');

  await type.selectOption({ label: 'Email' });
  await question.getByRole('button', { name: 'Keep them' }).click();
  await expect(question).toBeHidden();
  await expect(type).toHaveValue('linkedin');
  await expect(form.media).toContainText('2 of 6');

  await type.selectOption({ label: 'Email' });
  await question.getByRole('button', { name: 'Remove and change the type' }).click();
  await expect(question).toBeHidden();
  await expect(type).toHaveValue('email');
  await expect(form.media).toHaveCount(0);
  await expect(form.field('Title')).toHaveValue(title);

  await type.selectOption({ label: 'LinkedIn message' });
  await expect(form.media).toContainText('0 of 6');
});
