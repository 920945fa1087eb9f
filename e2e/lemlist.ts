import type { APIRequestContext, Page } from 'playwright/test';
import { expect } from 'playwright/test';

type NewTask = { title: string; message?: string; campaign?: boolean };

const key = 'sandbox-lemlist-key';
const authorization = `Basic ${Buffer.from(`:${key}`).toString('base64')}`;
const dueInMs = 36 * 3_600_000;

/** The practice vendor behind the board: what somebody at lemlist would see and do there. */
export class Lemlist {
  readonly #request: APIRequestContext;
  readonly #base: string;

  /** `base` is another server than the suite's own, where a test started one. */
  constructor(request: APIRequestContext, base = '') {
    this.#request = request;
    this.#base = base;
  }

  /** Makes a task at the vendor and waits until the page shows it. Answers its id there. */
  async give(page: Page, { title, message = '', campaign = false }: NewTask): Promise<string> {
    const { users } = await this.#ask('/sandbox/lemlist/api/team?version=v2');
    const recordId = await this.#record(campaign);
    const dueDate = new Date(Date.now() + dueInMs).toISOString();
    const data = { type: 'phone', title, message, assignedTo: users[0].userId, dueDate, recordId };
    const made = await this.#tell('post', '/tasks', data);
    await this.sync();
    await page.goto(`${this.#base}/?q=${encodeURIComponent(title)}`);
    const pending = page.getByRole('region', { name: 'Pending' });
    await expect(pending.getByRole('article', { name: title, exact: true })).toBeVisible();
    return made._id;
  }

  async change(id: string, fields: Record<string, unknown>): Promise<void> {
    await this.#tell('patch', '/tasks', { id, ...fields });
  }

  async find(title: string): Promise<{ _id: string; status: string }[]> {
    const { tasks } = await this.#ask(`/sandbox/control/lemlist/tasks?key=${key}`);
    return tasks.filter((task: { title: string }) => task.title === title);
  }

  /** Calls that changed something and spoke of the task. */
  async writesAbout(id: string): Promise<{ method: string; path: string }[]> {
    const { calls } = await this.#ask(`/sandbox/control/lemlist/calls?key=${key}`);
    return calls.filter(
      (call: { method: string; body: unknown }) =>
        call.method !== 'GET' && JSON.stringify(call.body).includes(id),
    );
  }

  async misbehave(...faults: object[]): Promise<void> {
    await this.#tell('put', '/faults', { key, faults });
  }

  /** Asks every connection for a listing now. */
  async sync(): Promise<void> {
    const { items } = await this.#ask('/api/connections');
    for (const { id } of items) await this.#request.post(`${this.#base}/api/connections/${id}/sync`);
  }

  /** A contact, or the lead of one where the task shall belong to a campaign. */
  async #record(campaign: boolean): Promise<string> {
    const api = '/sandbox/lemlist/api';
    if (!campaign) return (await this.#ask(`${api}/contacts?search=an&limit=1`)).data[0]._id;
    const { campaigns } = await this.#ask(`${api}/campaigns?version=v2&limit=1`);
    return (await this.#ask(`${api}/campaigns/${campaigns[0]._id}/leads/?limit=1`))[0]._id;
  }

  // eslint-disable-next-line typescript/no-explicit-any -- tests look at what they expect
  async #ask(path: string): Promise<any> {
    return (await this.#request.get(`${this.#base}${path}`, { headers: { authorization } })).json();
  }

  // eslint-disable-next-line typescript/no-explicit-any -- tests look at what they expect
  async #tell(method: 'post' | 'patch' | 'put', path: string, data: object): Promise<any> {
    const response = await this.#request[method](`${this.#base}/sandbox/control/lemlist${path}`, { data });
    expect(response.ok()).toBe(true);
    return response.json();
  }
}
