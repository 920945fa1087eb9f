import * as z from 'zod/mini';

import type { Task } from '#contract/task';
import { task } from '#contract/task';

import type { WantedWorkspace } from './browser-server';

const opened = z.object({ connectionId: z.uuid(), key: z.string(), tasks: z.array(task) });

/** For component tests: a workspace of the test's own on the real server; from now on the page speaks to it. */
export async function openWorkspace(wanted: WantedWorkspace): Promise<z.output<typeof opened>> {
  const response = await fetch('/testing/workspace', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  });
  if (!response.ok) throw new Error(`There is no workspace: ${await response.text()}`);
  return opened.parse(await response.json());
}

/** The same with so many tasks, each of another person, soonest due first. */
export async function openWorkspaceWith(count: number): Promise<Task[]> {
  const tasks = Array.from({ length: count }, (_, index) => ({
    title: `Call ${index}`,
    email: `anna-${index}@weber.example`,
    dueInHours: index + 1,
  }));
  return (await openWorkspace({ tasks })).tasks;
}
