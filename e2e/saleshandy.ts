import type { APIRequestContext } from 'playwright/test';

import { type Person, PracticeVendor } from './practice-vendor';

type Task = {
  taskId: string;
  taskType: string;
  taskNote: string | null;
  priority: string | null;
  dueDate: string;
  prospect: { id: string; email: string };
};
type Attribute = { key: string; value: string | null };

const key = 'sandbox-saleshandy-key';

export class Saleshandy extends PracticeVendor<Task> {
  constructor(request: APIRequestContext, base = '') {
    super(request, base, { vendor: 'saleshandy', api: '/v1', key, headers: { 'x-api-key': key } });
  }

  /** Prospects, none of the same name. At most ten. */
  async prospects(count: number): Promise<Person[]> {
    const { payload } = await this.ask('/prospects?pageSize=100');
    const people: Person[] = payload.map(
      ({ id, email, attributes }: Person & { attributes: Attribute[] }) => {
        const said = (name: string) => attributes.find((one) => one.key === name)?.value ?? '';
        return { id, email, name: `${said('First Name')} ${said('Last Name')}`.trim() };
      },
    );
    return [...new Map(people.map((person) => [person.name, person])).values()].slice(0, count);
  }

  protected override wordsOf({ taskNote }: Task): string | null {
    return taskNote;
  }
}
