import { createResults } from '#contract/command-result';
import { connection, connectionList } from '#contract/connection';
import type { Task } from '#contract/task';

/** Makes tasks on the practice connection of the server behind the page; `word` is in their titles and in no others. */
export async function createPracticeTasks(count: number): Promise<{ word: string; tasks: Task[] }> {
  const word = `w${crypto.randomUUID().slice(0, 8)}`;
  const to = await practiceConnection();
  const tasks = await Promise.all(
    Array.from({ length: count }, (_, index) => createTask(to, `${word} ${index}`)),
  );
  return { word, tasks };
}

async function createTask(to: { id: string; members: { id: string }[] }, title: string): Promise<Task> {
  const answer = await post('/api/tasks', {
    vendor: 'lemlist',
    id: crypto.randomUUID(),
    connectionId: to.id,
    type: 'phone',
    title,
    due: { kind: 'instant', at: '2099-03-10T09:00:00Z' },
    assigneeId: to.members[0]?.id ?? 'usr_practice',
    parents: [{ kind: 'contact', id: 'ctc_practice', name: 'Anna Weber' }],
  });
  const [made] = createResults.parse(answer).results;
  if (!made?.ok) throw new Error(`The task was not created: ${JSON.stringify(answer)}`);
  return made.task;
}

async function practiceConnection() {
  const present = connectionList
    .parse(await (await fetch('/api/connections')).json())
    .items.find(({ sandbox }) => sandbox);
  return (
    present ??
    connection.parse(
      await post('/api/connections', { vendor: 'lemlist', label: 'Practice', key: 'sandbox-lemlist-key' }),
    )
  );
}

async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return await response.json();
}
