import { dateIn } from '#contract/dates';
import type { Task } from '#contract/task';
import { vendorRules, vendors } from '#contract/vendors';

/** How often the person of these tasks was worked on today, and with which tools; null when not yet. What was ignored does not count. */
export function touchedWords(
  tasks: readonly Pick<Task, 'status' | 'closedAt' | 'vendor'>[],
  now: Date,
  zone: string,
): string | null {
  const today = dateIn(zone, now);
  const done = tasks.filter(
    ({ status, closedAt }) =>
      status === 'completed' && closedAt !== null && dateIn(zone, new Date(closedAt)) === today,
  );
  if (done.length === 0) return null;
  const tools = vendors
    .filter((vendor) => done.some((task) => task.vendor === vendor))
    .map((vendor) => vendorRules[vendor].label);
  const last = tools.pop() ?? '';
  return tools.length === 0
    ? `Touched today: ${done.length}, with ${last}`
    : `Touched today: ${done.length} across ${tools.join(', ')} and ${last}`;
}
