import { VendorError } from '../port';
import type { Send, TaskListPage, VendorRecord, VendorTask } from '../port';
import { getTasks } from './api';
import type { TaskQuery } from './api';
import { toVendorTask } from './mapping';
import { toRecord } from './record-mapping';
import { wireRowId, wireTask } from './wire';
import type { WireTask } from './wire';

/** assumed: the most that a page can hold, as with prospects. */
const pageSize = 100;
const mostPages = 2000;
const closedForMs = 30 * 24 * 60 * 60 * 1000;

/**
 * In the order in which a task ages, so that one that moves on while we read is met again and not missed. assumed: snoozed
 * tasks, which no filter names, come with the upcoming ones.
 */
const open: readonly TaskQuery[] = [
  { status: 'upcoming', sortBy: 'dueDate', sortOrder: 'ASC' },
  { status: 'dueToday', sortBy: 'dueDate', sortOrder: 'ASC' },
  { status: 'overdue', sortBy: 'dueDate', sortOrder: 'ASC' },
];
const closed: readonly TaskQuery[] = [
  { status: 'completed', sortBy: 'completedAt', sortOrder: 'DESC' },
  { status: 'skipped', sortBy: 'skippedAt', sortOrder: 'DESC' },
];

/**
 * Every open task, then the closed ones back to 30 days before the one closed last: all that were ever closed would be too
 * many to read each time.
 */
export async function* listTasks(send: Send): AsyncGenerator<TaskListPage, void, void> {
  const told = new Map<string, string>();
  for (const query of open) yield* walk(send, query, told, () => false);
  for (const query of closed) yield* walk(send, query, told, farEnoughBack());
}

/**
 * The pages of one status, without rows that `told` holds in the same status. assumed: neither a pager nor the largest page
 * is documented, so the walk ends at the first empty page. A list that no longer brings anything new throws.
 */
async function* walk(
  send: Send,
  query: TaskQuery,
  told: Map<string, string>,
  isFarEnough: (tasks: readonly VendorTask[]) => boolean,
): AsyncGenerator<TaskListPage, void, void> {
  const met = new Set<string>();
  let stale = 0;
  for (let page = 1; page <= mostPages; page += 1) {
    const rows = await getTasks(send, query, page, pageSize);
    if (rows.length === 0) return;
    const { tasks, unreadable, records } = readRows(rows, query.status);
    const before = met.size;
    for (const { vendorTaskId } of [...tasks, ...unreadable])
      if (vendorTaskId !== null) met.add(vendorTaskId);
    const fresh = tasks.filter((task) => told.get(task.vendorTaskId) !== task.status);
    for (const task of fresh) told.set(task.vendorTaskId, task.status);
    if (fresh.length + unreadable.length > 0) yield { tasks: fresh, unreadable, records };
    if (isFarEnough(tasks)) return;
    stale = met.size === before ? stale + 1 : 0;
    if (stale === 2) throw endless();
  }
  throw endless();
}

/** Tells the page that reaches back far enough; one that does not say when its tasks were closed is taken for it. */
function farEnoughBack(): (tasks: readonly VendorTask[]) => boolean {
  let newest = -Infinity;
  return (tasks) => {
    const times = tasks.flatMap(({ closedAt }) => (closedAt === null ? [] : [Date.parse(closedAt)]));
    newest = Math.max(newest, ...times);
    return times.length === 0 || Math.min(...times) < newest - closedForMs;
  };
}

function readRows(rows: readonly unknown[], status: string): TaskListPage {
  const read: WireTask[] = [];
  const unreadable: { vendorTaskId: string | null; reason: string }[] = [];
  for (const row of rows) {
    const parsed = wireTask.safeParse(row);
    if (parsed.success) read.push({ ...parsed.data, status: parsed.data.status ?? status });
    else unreadable.push({ vendorTaskId: wireRowId.parse(row), reason: reasonOf(parsed.error.issues) });
  }
  const blocks = read.flatMap(({ prospect }) => prospect ?? []);
  const records = new Map<string, VendorRecord>(blocks.map((block) => [block.id, toRecord(block)]));
  return { tasks: read.map(toVendorTask), unreadable, records: [...records.values()] };
}

function reasonOf(issues: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}

function endless(): VendorError {
  const message = 'Saleshandy repeats its list of tasks without an end, so it cannot be read whole.';
  return new VendorError({ kind: 'unreadable', message, fields: [] }, { effect: 'none' });
}
