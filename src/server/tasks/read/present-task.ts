import { addSeconds } from 'date-fns';

import type { StepTask } from '#contract/recent';
import type { Doubt, OpenCommand, Task } from '#contract/task';

import { isAwaited } from '../../ledger/match-create';
import type { CommandRow } from '../../store/commands/commands';
import type { ConnectionRow } from '../../store/connections';
import { dueOf, type StepTaskColumns, type TaskRow } from '../../store/tasks/task-fields';

type Beside = { connection: ConnectionRow | undefined; commands: readonly CommandRow[]; others: number };

/** A row in the contract's words. */
export function presentTask(row: TaskRow, { connection, commands, others }: Beside): Task {
  return {
    ...presentStepTask(row),
    version: row.version,
    connectionId: row.connection_id,
    channel: row.channel,
    text: row.text,
    priority: row.priority,
    due: dueOf(row),
    assignee: assigneeOf(row, connection),
    campaign: campaignOf(row, connection),
    media: row.media,
    progress: row.progress,
    closedElsewhere: row.closed_elsewhere,
    createdAt: row.created_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    othersOfPerson: others,
    commands: commands.map((command) => presentCommand(command, connection)),
  };
}

/** The same in short, for a list of what was done. */
export function presentStepTask(row: StepTaskColumns): StepTask {
  return {
    id: row.id,
    vendor: row.vendor,
    vendorType: row.vendor_type,
    title: row.title,
    parents: row.parents,
    outbound: row.outbound,
    status: row.status,
    boardOnly: row.board_only,
    person: {
      name: row.person_name,
      company: row.person_company,
      jobTitle: row.person_job_title,
      email: row.person_email,
      phone: row.person_phone,
      linkedin: row.person_linkedin,
    },
  };
}

function assigneeOf({ assignee_id: id }: TaskRow, connection: ConnectionRow | undefined): Task['assignee'] {
  if (id === null) return null;
  return {
    id,
    name: connection?.members.find((member) => member.id === id)?.name ?? 'Someone who left the team',
  };
}

function campaignOf(
  { campaign_id: id, campaign_state: state }: TaskRow,
  connection: ConnectionRow | undefined,
): Task['campaign'] {
  if (id === null) return null;
  const known = connection?.campaigns.find((campaign) => campaign.id === id);
  return { id, name: known?.name ?? 'A campaign', state: known?.state ?? state };
}

function presentCommand(command: CommandRow, connection: ConnectionRow | undefined): OpenCommand {
  return {
    id: command.id,
    kind: command.kind,
    state: command.state,
    holdUntil: command.hold_until.toISOString(),
    createdAt: command.created_at.toISOString(),
    failure: command.state === 'held' ? reasonToWait(command, connection) : command.failure,
    payload: command.payload,
    ...(command.state === 'uncertain' && { doubt: doubtOf(command) }),
  };
}

/** What keeps a command that has not failed itself: the vendor is not called for a while. */
function reasonToWait(
  { payload, failure }: CommandRow,
  connection: ConnectionRow | undefined,
): OpenCommand['failure'] {
  const cause = connection?.cause ?? null;
  if (cause === null || payload.local === true) return failure;
  return { kind: cause.kind, message: cause.message, fields: [] };
}

/** A listing may be slow, or never come to an end; after this long on top of the vendor's own time a rep can say it. */
const lookingSeconds = 90;

function doubtOf(command: CommandRow): Doubt {
  const { doubt: reason, run_at } = command;
  const askFrom = reason === null ? addSeconds(run_at, lookingSeconds) : run_at;
  return { askFrom: askFrom.toISOString(), reason, joining: isAwaited(command) };
}
