import { zodResolver } from '@hookform/resolvers/zod';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';
import * as z from 'zod/mini';

import type { NewTask } from '#contract/new-task';
import { vendorRules } from '#contract/vendors';
import { openWorkspace } from '#testing/open-workspace';

import { connectionQueries } from '../../../tasks/queries';
import { createQueryClient } from '../../../tasks/query-client';
import { MediaField } from '../fields/media-field';
import { readLastUsed } from '../remembered/last-used';
import { newTaskSchema } from '../values/form-schema';
import type { Saving } from '../values/form-schema';
import { emptyFormValues } from '../values/form-values';
import type { TaskFormValues } from '../values/form-values';

const rules = vendorRules.lemlist.media!;
const pngBytes = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.codePointAt(0) ?? 0,
);
const png = (name: string) => new File([pngBytes], name, { type: 'image/png' });
const program = (name: string) => new File(['MZ program'], name, { type: 'image/png' });

const field = page.getByRole('group', { name: 'Images and videos' });

let media: () => TaskFormValues['media'] = () => [];

async function openField({ reachable = true } = {}) {
  const { connectionId } = await openWorkspace({ tasks: [] });
  const client = createQueryClient();
  const connections = await client.fetchQuery(connectionQueries.list());
  if (!reachable) {
    client.setQueryData(
      connectionQueries.list().queryKey,
      connections.map((one) => ({ ...one, mediaReachable: false })),
    );
  }
  const empty = emptyFormValues({ connections, lastUsed: readLastUsed(), now: new Date(), zone: 'UTC' });
  const defaultValues = { ...empty, connectionId, type: 'linkedin' };
  const schema = newTaskSchema({ id: crypto.randomUUID(), connections, zone: 'UTC' });
  const resolver = zodResolver(
    z.pipe(
      schema,
      z.transform((create: NewTask): Saving => ({ create, changes: null })),
    ),
  );
  function Field() {
    const { control, setValue, getValues } = useForm<TaskFormValues, unknown, Saving>({
      defaultValues,
      resolver,
      mode: 'onTouched',
    });
    useEffect(() => {
      media = () => getValues('media');
    }, [getValues]);
    return <MediaField control={control} setValue={setValue} rules={rules} />;
  }
  await render(
    <QueryClientProvider client={client}>
      <Field />
    </QueryClientProvider>,
  );
  await expect.element(field).toBeVisible();
}

function drop(...files: File[]) {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

function paste(...files: File[]) {
  const clipboardData = new DataTransfer();
  for (const file of files) clipboardData.items.add(file);
  document.body.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}

const arrived = () => media().map(({ url }) => url.split('/')[3] ?? url);

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe('files', () => {
  test('that are dropped, pasted and chosen are uploaded, shown, put in order and removed', async () => {
    await openField();
    drop(png('one.png'));
    await expect.poll(arrived).toEqual(['one.png']);
    paste(png('two.png'));
    await expect.poll(arrived).toEqual(['one.png', 'two.png']);
    await field.getByLabelText('Files to attach').upload([png('three.png')]);
    await expect.poll(arrived).toEqual(['one.png', 'two.png', 'three.png']);
    await expect.element(field.getByText('3 of 6')).toBeVisible();
    await expect
      .poll(() => [...document.images].map((image) => [image.naturalWidth, image.src.startsWith('blob:')]))
      .toEqual([
        [1, false],
        [1, false],
        [1, false],
      ]);

    await field.getByRole('button', { name: 'Move file 3 up' }).click();
    expect(arrived()).toEqual(['one.png', 'three.png', 'two.png']);
    await field.getByRole('button', { name: 'Remove file 1' }).click();
    expect(arrived()).toEqual(['three.png', 'two.png']);
  });

  test('that cannot be sent are named with the reason; the others are attached', async () => {
    await openField();
    drop(program('setup.png'), png('good.png'), new File([], 'empty.png'));
    await expect.poll(arrived).toEqual(['good.png']);
    await expect.element(field.getByText(/“setup\.png” is none of PNG/)).toBeVisible();
    await expect.element(field.getByText('Not attached: “empty.png” is empty.')).toBeVisible();
    await field.getByRole('button', { name: 'Hide' }).click();
    await expect.element(field.getByText(/“setup\.png”/)).not.toBeInTheDocument();
  });

  test('beyond the sixth are refused, links counted', async () => {
    await openField();
    await field.getByRole('button', { name: 'Add a link' }).click();
    await field.getByLabelText('Link 1').fill('https://files.example.com/a.gif');
    drop(...['1', '2', '3', '4', '5', '6'].map((name) => png(`${name}.png`)));
    await expect.element(field.getByText(/“6\.png” is one too many/)).toBeVisible();
    await expect.poll(() => arrived().slice(1)).toEqual(['1.png', '2.png', '3.png', '4.png', '5.png']);
    await expect.element(field.getByRole('button', { name: 'Choose files' })).toBeDisabled();
  });

  test('that fail to arrive say so and can be tried again; the file is kept', async () => {
    await openField();
    vi.spyOn(XMLHttpRequest.prototype, 'open').mockImplementationOnce(function open(this: XMLHttpRequest) {
      Reflect.apply(XMLHttpRequest.prototype.open, this, ['POST', '/api/nothing']);
    });
    drop(png('one.png'));
    await field.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(arrived).toEqual(['one.png']);
  });

  test('that are cancelled on their way leave nothing behind', async () => {
    await openField();
    const send = vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation(() => {});
    const abort = vi.spyOn(XMLHttpRequest.prototype, 'abort');
    drop(png('one.png'), png('two.png'), png('three.png'));
    await expect
      .element(field.getByText('3 files are on the way; the task is sent after that.'))
      .toBeVisible();
    await expect.element(field.getByText(/waiting for its turn/)).toBeVisible();
    expect(send).toHaveBeenCalledTimes(2);
    for (let left = 3; left > 0; left -= 1) {
      await field.getByRole('button', { name: 'Remove file 1' }).click();
    }
    await expect.poll(() => media()).toEqual([]);
    expect(abort).toHaveBeenCalledTimes(3);
    await expect.element(field.getByText('on the way')).not.toBeInTheDocument();
  });
});

test('where the vendor cannot reach this computer the field says so beforehand and takes links alone', async () => {
  await openField({ reachable: false });
  await expect
    .element(field.getByText(/lemlist cannot fetch files from this computer/).first())
    .toBeVisible();
  await expect.element(field.getByRole('button', { name: 'Choose files' })).not.toBeInTheDocument();
  drop(png('one.png'));
  await expect.element(field.getByText(/^Not attached: lemlist cannot fetch/)).toBeVisible();
  await field.getByRole('button', { name: 'Add a link' }).click();
  await expect.element(field.getByLabelText('Link 1')).toBeVisible();
});
