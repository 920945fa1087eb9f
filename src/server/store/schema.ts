import type { ColumnType, Generated, Insertable, Kysely, UpdateObject } from 'kysely';

import type {
  CommandDecision,
  CommandKind,
  CommandState,
  EarlierRefusal,
  LateUndo,
  VendorFailure,
} from '#contract/command';
import type { Campaign, CircuitState, Member } from '#contract/connection';
import type { UploadType } from '#contract/media';
import type { Parent } from '#contract/parent';
import type { Doubt, MediaItem, Person, TaskStatus } from '#contract/task';
import type { Channel, ParentKind, Priority, Vendor } from '#contract/vendors';

/** A jsonb column: read as the value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

type DefaultedJson<T> = ColumnType<T, string | undefined, string>;

export type WorkspaceKey = { workspace_id: number };

type Trouble = Pick<VendorFailure, 'kind' | 'message'> & { since: string };

export type ConnectionsTable = WorkspaceKey & {
  id: string;
  vendor: Vendor;
  label: string;
  sandbox: boolean;
  key_sealed: Buffer;
  me: string | null;
  plan: string | null;
  members: DefaultedJson<Member[]>;
  campaigns: DefaultedJson<Campaign[]>;
  /** What was wrong with the last listing. */
  trouble: Json<Trouble | null> | null;
  circuit: Generated<CircuitState>;
  /** Why the circuit is not closed. */
  cause: Json<Trouble | null> | null;
  /** Calls that failed in a row while the circuit was closed. */
  failures: Generated<number>;
  /** How long the last pause was. */
  pause_ms: Generated<number>;
  /** Open: when one call may be tried. Half-open: when the process that tries it counts as gone. Closed: the end of the last pause. */
  retry_at: Date | null;
  /** When members and campaigns were last asked for. */
  team_at: Date | null;
  last_sync_at: Date | null;
  next_pull_at: Date;
  pull_owner: string | null;
  pull_until: Date | null;
  deliver_owner: string | null;
  deliver_until: Date | null;
  removed_at: Date | null;
  created_at: Date;
};

export type BudgetsTable = WorkspaceKey & {
  connection_id: string;
  /** When the vendor was last called, as far back as its window reaches. */
  calls: Date[];
  /** The UTC day that `day_calls` counts. */
  day: string | null;
  day_calls: number;
};

export type RecordsTable = WorkspaceKey & {
  connection_id: string;
  kind: ParentKind;
  vendor_id: string;
  name: string;
  person: Json<Person>;
  looked_up_at: Date;
};

export type TasksTable = WorkspaceKey & {
  id: string;
  connection_id: string;
  vendor: Vendor;
  vendor_task_id: string | null;
  status: TaskStatus;
  channel: Channel;
  vendor_type: string;
  title: string;
  text: string;
  priority: Priority;
  due_date: string | null;
  due_at: Date | null;
  due_sort: Date;
  assignee_id: string | null;
  campaign_id: string | null;
  campaign_state: string | null;
  parents: Json<Parent[]>;
  person_name: string | null;
  person_company: string | null;
  person_job_title: string | null;
  person_email: string | null;
  person_phone: string | null;
  person_linkedin: string | null;
  person_keys: Generated<string[]>;
  media: Json<MediaItem[]>;
  outbound: boolean;
  closed_elsewhere: boolean;
  progress: Generated<boolean>;
  board_only: Generated<boolean>;
  created_at: Date;
  closed_at: Date | null;
  gone: Generated<boolean>;
  version: Generated<number>;
  /** The transaction that last changed the row: what "changed since" is asked by. */
  changed_in: Generated<string>;
  /** The transaction in which the vendor last confirmed a command on it; older listings do not speak about it. */
  settled_in: string | null;
};

export type SettledBy = 'vendor' | 'listing' | 'rep';
/** What a rep said when the answer was lost; `who` is null when that rep is not named. */
type Decision = { as: CommandDecision['as']; who: string | null; at: string };

export type CommandsTable = WorkspaceKey & {
  id: string;
  task_id: string;
  /** What the command was given together with, where it was; a rep sees them as one. */
  batch: string | null;
  connection_id: string;
  seq: Generated<string>;
  kind: CommandKind;
  state: CommandState;
  payload: Json<Record<string, unknown>>;
  before: Json<Record<string, unknown>>;
  after: Json<Record<string, unknown>>;
  actor: string;
  hold_until: Date;
  run_at: Date;
  claimed_until: Date | null;
  /** How often it was sent; a call that was put off does not count. */
  attempts: Generated<number>;
  failure: Json<VendorFailure | null> | null;
  /** The transaction in which the answer was lost; only a listing begun later can tell what became of it. */
  uncertain_in: string | null;
  /** Why no listing can tell what became of it, so that a rep has to. */
  doubt: Doubt['reason'];
  /** Who told that it was done. */
  settled_by: SettledBy | null;
  decision: Json<Decision | null> | null;
  /** The actor who took it back. */
  undone_by: string | null;
  /** The first undo that came too late. */
  late_undo: Json<LateUndo | null> | null;
  /** Oldest first. */
  refusals: DefaultedJson<EarlierRefusal[]>;
  created_at: Date;
  settled_at: Date | null;
};

export type MediaTable = WorkspaceKey & {
  id: string;
  token: string;
  name: string;
  type: UploadType;
  /** Bytes; null until the whole file is here. */
  size: number | null;
  created_at: Date;
  /** When it was uploaded or last put into a command. */
  used_at: Date;
};

export type MediaChunksTable = WorkspaceKey & { media_id: string; seq: number; bytes: Buffer };

export type MediaUsesTable = WorkspaceKey & { media_id: string; command_id: string; task_id: string };

export type ViewsTable = WorkspaceKey & {
  id: string;
  /** The rep's name; null when they had not said who they are. */
  owner: string | null;
  name: string;
  /** The query string of the page's address. */
  filter: string;
  shared: boolean;
  position: number;
  created_at: Date;
};

export type Database = {
  connections: ConnectionsTable;
  budgets: BudgetsTable;
  records: RecordsTable;
  tasks: TasksTable;
  commands: CommandsTable;
  media: MediaTable;
  media_chunks: MediaChunksTable;
  media_uses: MediaUsesTable;
  views: ViewsTable;
};

export type Db = Kysely<Database>;
export type NewTaskRow = Insertable<TasksTable>;
export type TaskColumns = UpdateObject<Database, 'tasks'>;
