import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';

import { sampleTask } from '#testing/sample-task';

import { DropPlate } from './drop-plate';

const task = sampleTask({ id: 'a', vendor: 'saleshandy', vendorType: '9' });
const target = { kind: 'assign', person: 'ask' } as const;

test('a place that takes none of the cards stays as high as the others, and says why while they are above it', async () => {
  const drag = { kind: 'lifted' as const, at: new Date(), task, tasks: [task, task], count: 2 };
  await render(
    <div className="relative mt-40 flex w-32">
      <DropPlate drag={drag} target={target} icon={null} label="Me" />
    </div>,
  );
  const plate = document.querySelector('[data-place]');
  expect(plate?.clientHeight).toBeLessThanOrEqual(56);
  await expect.element(page.getByText('For none of 2')).toBeVisible();
  const why = page.getByText(/are at Saleshandy, where the assignee cannot be set\./);
  expect(why.elements()).toHaveLength(0);
  plate?.dispatchEvent(new DragEvent('dragover', { bubbles: true }));
  await expect.element(why).toBeVisible();
  document.body.dispatchEvent(new DragEvent('dragover', { bubbles: true }));
  await expect.element(why).not.toBeInTheDocument();
});
