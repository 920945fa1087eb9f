import type { APIRequestContext, Page } from 'playwright/test';
import { expect } from 'playwright/test';

import { type Person, PracticeVendor } from './practice-vendor';

type NewTask = { title: string; message?: string; campaign?: boolean };
type File = { kind: 'images' | 'videos'; name: string; type: string; size: number };
type Task = {
  _id: string;
  type: string;
  title: string;
  content: string;
  priority?: number;
  contactId?: string;
  userId: string;
  dueDate: string;
  status: string;
  images: string[];
  videos: string[];
  /** What the vendor has downloaded and kept. */
  files: File[];
};

const key = 'sandbox-lemlist-key';
const dueInMs = 36 * 3_600_000;

export class Lemlist extends PracticeVendor<Task> {
  constructor(request: APIRequestContext, base = '') {
    const authorization = `Basic ${Buffer.from(`:${key}`).toString('base64')}`;
    super(request, base, { vendor: 'lemlist', api: '/api', key, headers: { authorization } });
  }

  /** Makes a task at the vendor and waits until the page shows it. Answers its id there. */
  async give(page: Page, { title, message = '', campaign = false }: NewTask): Promise<string> {
    const [user] = await this.users();
    const recordId = campaign ? await this.#lead() : (await this.contact()).id;
    const dueDate = new Date(Date.now() + dueInMs).toISOString();
    const data = { type: 'phone', title, message, assignedTo: user?.userId, dueDate, recordId };
    const made = await this.tell('post', '/tasks', data);
    await this.sync();
    await page.goto(this.page(`/?q=${encodeURIComponent(title)}`));
    const pending = page.getByRole('region', { name: 'Pending' });
    await expect(pending.getByRole('article', { name: title, exact: true })).toBeVisible();
    return made._id;
  }

  async change(id: string, fields: Record<string, unknown>): Promise<void> {
    await this.tell('patch', '/tasks', { id, ...fields });
  }

  async users(): Promise<{ userId: string; name: string }[]> {
    return (await this.ask('/team?version=v2')).users;
  }

  async contact(): Promise<Person> {
    const { data } = await this.ask('/contacts?search=an&limit=1');
    const [{ _id: id, fullName: name, email }] = data;
    return { id, name, email };
  }

  protected override wordsOf({ title }: Task): string {
    return title;
  }

  async #lead(): Promise<string> {
    const { campaigns } = await this.ask('/campaigns?version=v2&limit=1');
    return (await this.ask(`/campaigns/${campaigns[0]._id}/leads/?limit=1`))[0]._id;
  }
}
