import type { CommandRow } from '../store/commands/commands';
import type { TaskFields } from '../store/tasks/task-fields';

type Rebased = { command: CommandRow; before: Partial<TaskFields> };

/**
 * Takes one command out of the row of commands on a task. A field that a later open command set again keeps that
 * value, and the later command now remembers what stood before this one; every other field goes back.
 */
export function revert(
  command: CommandRow,
  laterOpen: readonly CommandRow[],
): { fields: Partial<TaskFields>; rebased: Rebased[] } {
  const fields: Record<string, unknown> = {};
  const rebased = new Map<CommandRow, Record<string, unknown>>();
  for (const [name, value] of Object.entries(command.before)) {
    const heir = laterOpen.find((later) => name in later.after);
    if (heir === undefined) fields[name] = value;
    else rebased.set(heir, { ...(rebased.get(heir) ?? heir.before), [name]: value });
  }
  return { fields, rebased: [...rebased].map(([heir, before]) => ({ command: heir, before })) };
}
