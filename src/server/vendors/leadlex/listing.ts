import { VendorError } from '../port';
import type { Send, TaskListPage, VendorRecord, VendorTask } from '../port';
import { getTasks } from './api';
import { toVendorTask } from './mapping';
import { toInlineRecords } from './record-mapping';
import { wireRowId, wireTask } from './wire';

const mostPages = 1000;

/**
 * Every task of LeadLex's list, of whatever status, page by page. It ends with the page that makes the count of
 * `meta.total` full, since a further call is dear on a small plan; without a count, with a page that is not full. A list
 * that ends before its own count, or brings nothing new any more, is not complete and throws.
 */
export async function* listTasks(send: Send): AsyncGenerator<TaskListPage, void, void> {
  const seen = new Set<string>();
  let [rows, stale] = [0, 0];
  for (let page = 1; page <= mostPages; page += 1) {
    const { data, meta } = await getTasks(send, page);
    const total = meta?.total ?? null;
    rows += data.tasks.length;
    if (data.tasks.length === 0) {
      if (total !== null && rows < total) throw cutShort();
      return;
    }
    const before = seen.size;
    const fresh = readRows(data.tasks, seen);
    if (fresh.tasks.length + fresh.unreadable.length > 0) yield fresh;
    if (total === null ? data.tasks.length < (meta?.per_page ?? 0) : rows >= total) return;
    stale = seen.size === before ? stale + 1 : 0;
    if (stale === 2) throw endless();
  }
  throw endless();
}

function readRows(rows: readonly unknown[], seen: Set<string>): TaskListPage {
  const tasks: VendorTask[] = [];
  const unreadable: { vendorTaskId: string | null; reason: string }[] = [];
  const records = new Map<string, VendorRecord>();
  for (const row of rows) {
    const id = wireRowId.safeParse(row).data?.id ?? null;
    const parsed = wireTask.safeParse(row);
    if (id !== null && seen.has(id)) continue;
    if (id !== null) seen.add(id);
    if (parsed.success) {
      tasks.push(toVendorTask(parsed.data));
      for (const record of toInlineRecords(parsed.data)) records.set(`${record.kind} ${record.id}`, record);
    } else unreadable.push({ vendorTaskId: id, reason: reasonOf(parsed.error.issues) });
  }
  return { tasks, unreadable, records: [...records.values()] };
}

function reasonOf(issues: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}

function cutShort(): VendorError {
  return unreadable('LeadLex’s list of tasks ended before its own count, so it was not read whole.');
}

function endless(): VendorError {
  return unreadable('LeadLex repeats its list of tasks without an end, so it cannot be read whole.');
}

function unreadable(message: string): VendorError {
  return new VendorError({ kind: 'unreadable', message, fields: [] }, { effect: 'none' });
}
