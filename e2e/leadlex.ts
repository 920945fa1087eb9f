import type { APIRequestContext } from 'playwright/test';

import { type Person, PracticeVendor } from './practice-vendor';

type Task = {
  id: string;
  title: string;
  description: string | null;
  status: string;
  priority: string | null;
  task_type: string | null;
  due_date: string | null;
  assigned_to_user_id: string | null;
  contact_id: string | null;
  company_id: string | null;
};

const key = 'wbk_sandbox-leadlex-key';

export class Leadlex extends PracticeVendor<Task> {
  constructor(request: APIRequestContext, base = '') {
    super(request, base, {
      vendor: 'leadlex',
      api: '/v1',
      key,
      headers: { authorization: `Bearer ${key}` },
    });
  }

  /** Makes an email task at the vendor, about somebody there, and answers its id there; `sync` brings it to the board. */
  async give(title: string): Promise<string> {
    const [contact] = await this.contacts('a');
    const data = { key, title, contact_id: contact?.id, task_type: 'email' };
    return (await this.tell('post', '/tasks', data)).id;
  }

  /** Deletes a task at the vendor, whose list is too slow from now on to tell the board before it is asked. */
  async takeAway(id: string): Promise<void> {
    await this.misbehave({ kind: 'slow', method: 'GET', path: '/tasks', delayMs: 5_000 });
    await this.tell('delete', `/tasks/${id}?key=${key}`);
  }

  async users(): Promise<{ id: string; full_name: string }[]> {
    return (await this.ask('/users')).data.users;
  }

  async contacts(search: string): Promise<(Person & { company: string | null })[]> {
    const { data } = await this.ask(`/contacts?search=${encodeURIComponent(search)}`);
    return data.contacts.map(
      ({ id, full_name: name, email, company_name: company }: Record<string, string>) => ({
        id,
        name,
        email,
        company,
      }),
    );
  }

  async company(): Promise<{ id: string; name: string }> {
    return (await this.ask('/companies?per_page=1')).data.companies[0];
  }

  protected override wordsOf({ title }: Task): string {
    return title;
  }
}
