import { expect, type Locator, type Page } from 'playwright/test';

import type { ChosenFile } from './media-files';

/** The dialog `New task`, as somebody in front of it works with it. */
export class NewTaskForm {
  readonly #page: Page;
  readonly dialog: Locator;
  readonly linkedTo: Locator;
  readonly due: Locator;
  readonly media: Locator;
  readonly create: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'New task' });
    this.linkedTo = this.dialog.getByRole('combobox', { name: 'Linked to' });
    this.due = this.dialog.getByRole('textbox', { name: 'Due', exact: true });
    this.media = this.dialog.getByRole('group', { name: 'Images and videos' });
    this.create = this.dialog.getByRole('button', { name: /^Create/ });
  }

  /** Opens it on the board, for a practice team of the vendor. */
  async open(vendor: 'lemlist' | 'Saleshandy' | 'LeadLex', base = ''): Promise<void> {
    await this.#page.goto(`${base}/`);
    await this.#page.getByRole('button', { name: 'New task' }).click();
    await this.field('Send to').selectOption({ label: `${vendor} practice` });
  }

  /** A question that it asks on top of itself. */
  question(title: string): Locator {
    return this.#page.getByRole('dialog', { name: title });
  }

  field(label: string): Locator {
    return this.dialog.getByLabel(label);
  }

  /** Searches for a record and takes the one match that says this of itself. */
  async link(search: string, says = search): Promise<void> {
    await this.linkedTo.fill(search);
    const matches = this.#page.getByRole('listbox').getByRole('option');
    await matches.filter({ hasText: says }).first().click();
    await expect(this.linkedTo).toHaveValue('');
  }

  /** Chooses files as the system's own dialog would; large ones by their paths. */
  async attach(...files: ChosenFile[] | string[]): Promise<void> {
    await this.media.getByLabel('Files to attach').setInputFiles(files);
  }
}
