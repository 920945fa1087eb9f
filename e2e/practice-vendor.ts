import { type APIRequestContext, expect } from 'playwright/test';

type Call = { method: string; path: string; body: unknown; status: number | null };
type ControlMethod = 'post' | 'patch' | 'put' | 'delete';
type Options = {
  vendor: 'lemlist' | 'saleshandy' | 'leadlex';
  /** Where its API begins below the sandbox's own address. */
  api: string;
  key: string;
  headers: Record<string, string>;
};

/** A record of the vendor's that a task can be about. */
export type Person = { id: string; name: string; email: string };

/** A practice vendor behind the board: what somebody at the vendor would see and do there. */
export abstract class PracticeVendor<Task> {
  readonly #request: APIRequestContext;
  readonly #base: string;
  readonly #options: Options;

  /** `base` is another server than the suite's own, where a test started one. */
  constructor(request: APIRequestContext, base: string, options: Options) {
    this.#request = request;
    this.#base = base;
    this.#options = options;
  }

  /** The tasks of this title in the vendor's own list, or of this text where its tasks have no title. */
  async find(words: string): Promise<Task[]> {
    const { tasks } = await this.#fromBackstage('tasks');
    return tasks.filter((task: Task) => this.wordsOf(task) === words);
  }

  /** Calls that changed something and spoke of these words in their path or their body: an id, a title. */
  async writesAbout(words: string): Promise<Call[]> {
    const { calls } = await this.#fromBackstage('calls');
    const isAbout = ({ path, body }: Call) => `${path} ${JSON.stringify(body)}`.includes(words);
    return calls.filter((call: Call) => call.method !== 'GET' && isAbout(call));
  }

  /** Puts these faults in place of all others; none makes the vendor behave again. */
  async misbehave(...faults: object[]): Promise<void> {
    await this.tell('put', '/faults', { key: this.#options.key, faults });
  }

  /** Asks every connection for a listing now. */
  async sync(): Promise<void> {
    const { items } = await (await this.#request.get(`${this.#base}/api/connections`)).json();
    for (const { id } of items) await this.#request.post(`${this.#base}/api/connections/${id}/sync`);
  }

  protected abstract wordsOf(task: Task): string | null;

  /** The address of a page of the board. */
  protected page(path: string): string {
    return `${this.#base}${path}`;
  }

  /** Asks the vendor's API as the board does. */
  // eslint-disable-next-line typescript/no-explicit-any -- tests look at what they expect
  protected async ask(path: string): Promise<any> {
    const { vendor, api, headers } = this.#options;
    const get = () => this.#request.get(`${this.#base}/sandbox/${vendor}${api}${path}`, { headers });
    let response = await get();
    // The vendor counts these calls together with the board's, and may ask both to wait.
    await expect(async () => {
      if (response.status() === 429) response = await get();
      expect(response.status()).not.toBe(429);
    }).toPass();
    expect(response.ok()).toBe(true);
    return response.json();
  }

  /** Does something at the vendor that its own people would do there. */
  // eslint-disable-next-line typescript/no-explicit-any -- tests look at what they expect
  protected async tell(method: ControlMethod, path: string, data?: object): Promise<any> {
    const address = `${this.#base}/sandbox/control/${this.#options.vendor}${path}`;
    const response = await this.#request[method](address, data && { data });
    expect(response.ok()).toBe(true);
    return response.json();
  }

  // eslint-disable-next-line typescript/no-explicit-any -- tests look at what they expect
  async #fromBackstage(what: 'tasks' | 'calls'): Promise<any> {
    const { vendor, key } = this.#options;
    const response = await this.#request.get(`${this.#base}/sandbox/control/${vendor}/${what}?key=${key}`);
    expect(response.ok()).toBe(true);
    return response.json();
  }
}
