import type { Task } from '#contract/task';
import { vendorRules, type EditableField, type VendorRules } from '#contract/vendors';

import { canCopy, canReopen } from '../../tasks/moves/moves';

export type ActionRules = {
  /** Whether the task is open, so that it can be worked on at all. */
  open: boolean;
  canEdit: boolean;
  canSnooze: boolean;
  /** Whether the vendor knows that a task is begun. */
  canStart: boolean;
  canReopen: boolean;
  /** Whether a closed task can only be done over as a new one. */
  canCopy: boolean;
  /** What completing may set off. */
  warning: string | null;
  /** Why something is missing or other than usual. */
  notes: string[];
};

const nothing: ActionRules = {
  open: false,
  canEdit: false,
  canSnooze: false,
  canStart: false,
  canReopen: false,
  canCopy: false,
  warning: null,
  notes: [],
};

/** What the vendor lets a rep do with the task, and in words what it does not. */
export function actionRules(task: Task): ActionRules {
  if (isNotMade(task)) return nothing;
  return task.status === 'pending' ? openRules(task) : closedRules(task);
}

function openRules(task: Task): ActionRules {
  const rules = vendorRules[task.vendor];
  const notes: string[] = [];
  if (rules.ignore === 'board')
    notes.push(`${rules.label} knows no ignored tasks. Ignoring is kept on this board only.`);
  const limits = editLimits(rules);
  if (limits !== null) notes.push(limits);
  return {
    ...nothing,
    open: true,
    canEdit: rules.edit.length > 0,
    canSnooze: rules.edit.includes('due'),
    canStart: rules.progress && rules.edit.includes('progress'),
    warning: task.outbound ? outboundWords(task) : null,
    notes,
  };
}

function closedRules(task: Task): ActionRules {
  if (!canCopy(task)) return nothing;
  if (canReopen(task)) return { ...nothing, canReopen: true, canCopy: true };
  const { label } = vendorRules[task.vendor];
  const notes = [`${label} has no way back from ${task.status}. You can make a copy as a new task.`];
  return { ...nothing, canCopy: true, notes };
}

const fieldWords: Record<EditableField, (rules: VendorRules) => string> = {
  assigneeId: () => 'assignee',
  due: () => 'due',
  title: () => 'title',
  text: ({ textLabel }) => textLabel.toLowerCase(),
  priority: () => 'priority',
  type: () => 'type',
  progress: () => 'progress',
  media: () => 'files',
};

/** Names what alone can be changed, where a rep would miss something: the priority, or who does it. */
function editLimits(rules: VendorRules): string | null {
  const { label, edit } = rules;
  if (edit.length === 0) return `${label} does not let a task be changed.`;
  if (edit.includes('priority') && edit.includes('assigneeId')) return null;
  const words = edit.map((field) => fieldWords[field](rules));
  const last = words.pop() ?? '';
  const list = words.length === 0 ? last : `${words.join(', ')} and ${last}`;
  return `${label} lets only ${list} be changed.`;
}

function outboundWords({ campaign }: Task): string {
  const of = campaign === null || campaign.name === '' ? 'its campaign' : `the campaign “${campaign.name}”`;
  return `Completing may send the message of ${of} to this person. It is held longer, so that you can undo it.`;
}

/** The vendor never took the create: there is nothing there to work on yet. */
function isNotMade({ commands }: Task): boolean {
  return commands.some(({ kind, state }) => kind === 'create' && state === 'failed');
}
