import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';
import type { VendorRules } from '#contract/vendors';

type Choices = {
  choices: { value: string; label: string }[];
  required: boolean;
  /** What choosing no one is called, where the vendor allows it. */
  none: string | undefined;
};

/** Who can do the task; one who left the team is still shown for a task that is theirs. */
export function assigneeChoices(
  rules: VendorRules | null,
  connection: Connection | undefined,
  editing: Task | null,
): Choices {
  const known = (connection?.members ?? []).map(({ id, name }) => ({
    value: id,
    label: id === connection?.me ? `${name} (me)` : name,
  }));
  const assignee = editing?.assignee ?? null;
  const gone = assignee !== null && !known.some(({ value }) => value === assignee.id);
  const nobody =
    editing === null ? rules?.assignee === 'optional' : rules?.clear.includes('assigneeId') === true;
  return {
    choices: gone ? [...known, { value: assignee.id, label: assignee.name || 'Someone who left' }] : known,
    required: !nobody,
    none: nobody ? 'Nobody' : undefined,
  };
}
