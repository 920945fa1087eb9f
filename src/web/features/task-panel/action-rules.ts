import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

export type ActionRules = {
  /** Whether the task is open, so that it can be worked on at all. */
  open: boolean;
  canEdit: boolean;
  canSnooze: boolean;
  /** Whether a closed task can only be done over as a new one. */
  canCopy: boolean;
  /** What completing may set off. */
  warning: string | null;
  /** Why something is missing or other than usual. */
  notes: string[];
};

/** What the vendor lets a rep do with the task, and in words what it does not. */
export function actionRules(task: Task): ActionRules {
  const rules = vendorRules[task.vendor];
  if (isNotMade(task)) {
    return { open: false, canEdit: false, canSnooze: false, canCopy: false, warning: null, notes: [] };
  }
  if (task.status !== 'pending') {
    const underway = task.commands.some(
      ({ state }) => state === 'held' || state === 'sending' || state === 'uncertain',
    );
    const oneWay = task.status === 'completed' ? rules.complete === 'one-way' : rules.ignore === 'one-way';
    const notes =
      oneWay && !underway
        ? [`${rules.label} has no way back from ${task.status}. You can make a copy as a new task.`]
        : [];
    return { open: false, canEdit: false, canSnooze: false, canCopy: !underway, warning: null, notes };
  }
  const notes: string[] = [];
  const warning = task.outbound ? outboundWords(task) : null;
  if (rules.ignore === 'board')
    notes.push(`${rules.label} knows no ignored tasks. Ignoring is kept on this board only.`);
  if (rules.edit.length === 0) notes.push(`${rules.label} does not let a task be changed.`);
  return {
    open: true,
    canEdit: rules.edit.length > 0,
    canSnooze: rules.edit.includes('due'),
    canCopy: false,
    warning,
    notes,
  };
}

function outboundWords({ campaign }: Task): string {
  const of = campaign === null || campaign.name === '' ? 'its campaign' : `the campaign “${campaign.name}”`;
  return `Completing may send the message of ${of} to this person. It is held longer, so that you can undo it.`;
}

/** The vendor never took the create: there is nothing there to work on yet. */
function isNotMade({ commands }: Task): boolean {
  return commands.some(({ kind, state }) => kind === 'create' && state === 'failed');
}
