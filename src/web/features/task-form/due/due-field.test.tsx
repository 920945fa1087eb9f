import { useForm } from 'react-hook-form';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import { vendorRules } from '#contract/vendors';
import type { Vendor } from '#contract/vendors';

import { loadDueReader } from '../../../tasks/due/typed-due';
import type { Saving } from '../values/form-schema';
import type { TaskFormValues } from '../values/form-values';
import { DueField } from './due-field';

const due = page.getByRole('textbox', { name: 'Due' });

async function openField(vendor: Vendor) {
  await loadDueReader();
  const { label, due: rule } = vendorRules[vendor];
  function Field() {
    const defaultValues = { due: { date: '', time: '' } };
    const { control } = useForm<TaskFormValues, unknown, Saving>({ defaultValues });
    return <DueField control={control} rule={rule} vendorLabel={label} whenEmpty="No due." zone="UTC" />;
  }
  await render(<Field />);
}

test('a time that the vendor does not take is told, also once the field is left', async () => {
  await openField('saleshandy');
  await due.fill('1 Dec 2099 10am');
  const remark = page.getByText('Saleshandy takes a date without a time.');
  await expect.element(remark).toBeVisible();

  await userEvent.tab();

  await expect.element(due).toHaveValue('Tue Dec 1 2099');
  await expect.element(remark).toBeVisible();
  await due.fill('1 Dec 2099');
  await expect.element(remark).not.toBeInTheDocument();
});

test('a due in the past is remarked on and taken', async () => {
  await openField('lemlist');
  await due.fill('yesterday 5pm');
  await expect.element(page.getByText('This is in the past.')).toBeVisible();
  await expect.element(due).not.toHaveAttribute('aria-invalid');
  await due.fill('tomorrow 5pm');
  await expect.element(page.getByText('This is in the past.')).not.toBeInTheDocument();
});
