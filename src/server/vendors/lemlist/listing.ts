import { VendorError } from '../port';
import type { Send, TaskListPage, VendorTask } from '../port';
import { getTasks } from './api';
import { toVendorTask } from './mapping';
import { wireRowId, wireTask } from './wire';

const mostPages = 2000;

/**
 * Every task of lemlist's list, page by page. assumed: neither size nor end of a page is documented, so the walk ends at
 * the first empty page. A list that no longer brings anything new is not complete and throws; a single page of known
 * tasks is no more than a task that moved on to it while we read.
 */
export async function* listTasks(send: Send): AsyncGenerator<TaskListPage, void, void> {
  const seen = new Set<string>();
  let stale = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const { results } = await getTasks(send, page);
    if (results.length === 0) return;
    const before = seen.size;
    const fresh = readRows(results, seen);
    if (fresh.tasks.length + fresh.unreadable.length > 0) yield fresh;
    stale = seen.size === before ? stale + 1 : 0;
    if (stale === 2) throw endless();
  }
  throw endless();
}

function readRows(rows: readonly unknown[], seen: Set<string>): TaskListPage {
  const tasks: VendorTask[] = [];
  const unreadable: { vendorTaskId: string | null; reason: string }[] = [];
  for (const row of rows) {
    const id = wireRowId.safeParse(row).data?._id ?? null;
    const parsed = wireTask.safeParse(row);
    if (id !== null && seen.has(id)) continue;
    if (id !== null) seen.add(id);
    if (parsed.success) tasks.push(toVendorTask(parsed.data));
    else unreadable.push({ vendorTaskId: id, reason: reasonOf(parsed.error.issues) });
  }
  return { tasks, unreadable, records: [] };
}

function reasonOf(issues: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}

function endless(): VendorError {
  const message = 'lemlist repeats its list of tasks without an end, so it cannot be read whole.';
  return new VendorError({ kind: 'unreadable', message, fields: [] }, { effect: 'none' });
}
