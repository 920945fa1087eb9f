/**
 * What the board asks of a vendor. Words: a *listing* is one walk over all pages of the vendor's task list; it is
 * *complete* when every page arrived and every row could at least be identified. A *record* is a contact, lead or
 * company that a task belongs to. Vendor words stop in each vendor's `mapping.ts`; everything here is the contract's.
 */
import type { TaskChange, VendorFailure } from '#contract/command';
import type { Campaign, Member } from '#contract/connection';
import type { Due } from '#contract/dates';
import type { TaskDraft } from '#contract/new-task';
import type { ParentMatch } from '#contract/parent';
import type { MediaItem, Person, TaskStatus } from '#contract/task';
import type { Channel, ParentKind, Priority, Vendor } from '#contract/vendors';

/** A task as the vendor's list tells it. `media: null` means that the vendor does not say. */
export type VendorTask = {
  vendorTaskId: string;
  status: TaskStatus;
  vendorType: string;
  channel: Channel;
  title: string;
  text: string;
  priority: Priority;
  due: Due | null;
  assigneeId: string | null;
  campaignId: string | null;
  parents: readonly RecordRef[];
  media: readonly MediaItem[] | null;
  outbound: boolean;
  /** Begun and not done. */
  progress: boolean;
  /** When it was closed, ISO text, where the vendor tells. */
  closedAt: string | null;
};

export type RecordRef = { kind: ParentKind; id: string };

/** A record with what the vendor tells about the human or firm behind it. */
export type VendorRecord = RecordRef & { name: string; person: Person };

/** What a search for a name found; `all` is false when the vendor may know more. */
export type NamedRecords = { matches: readonly ParentMatch[]; all: boolean };

/** One page of a listing. An unreadable row is reported, and still counts as present when its id could be read. */
export type TaskListPage = {
  tasks: readonly VendorTask[];
  unreadable: readonly { vendorTaskId: string | null; reason: string }[];
  /** What the rows themselves tell of their records; these need no looking up. */
  records: readonly VendorRecord[];
};

/** At most so many requests in any stretch of so many milliseconds, counted per account. */
export type Budget = { requests: number; perMs: number };

export type VendorAdapter = {
  vendor: Vendor;
  /** Where the API lives unless the connection says otherwise, without a trailing slash. */
  baseUrl: string;
  /** Where the practice vendor serves the base URL, if not under the same path. */
  sandboxPath?: string;
  /** What the account's plan allows, all of it at once; `plan` is a value of the rules' `plans`, null where there are none. */
  budgets(plan: string | null): readonly Budget[];
  /** Milliseconds between listings, such that they leave room in the budgets for what reps do. */
  pullEveryMs(plan: string | null): number;
  /** A task that a complete listing does not show is not open there any more. */
  absenceMeansClosed: boolean;
  authorize(key: string): Record<string, string>;
  /** Given to `createSend` with the connection. */
  classify?: Classify;
  /** Walks all pages; ends only after the last one, throws `VendorError` when a page cannot be had. */
  listTasks(send: Send): AsyncGenerator<TaskListPage, void, void>;
  listMembers(send: Send): Promise<Member[]>;
  listCampaigns(send: Send): Promise<Campaign[]>;
  /** Names and ways of contact for these records, in any order; unknown ones are left out. */
  lookUpRecords(send: Send, refs: readonly RecordRef[]): Promise<VendorRecord[]>;
  searchParents(send: Send, query: string): Promise<ParentMatch[]>;
  /** The vendor's search for records of one kind by name; only where a task can be linked to a record by its name. */
  findNamed?(send: Send, kind: ParentKind, name: string): Promise<NamedRecords>;
  /** Makes one task at the vendor, with all the parents of the draft. */
  createTask(send: Send, draft: TaskDraft): Promise<VendorTask>;
  editTask(send: Send, vendorTaskId: string, changes: TaskChange): Promise<VendorTask>;
  /** `outcome`: what a call ended in, a word of `callOutcomes`. */
  completeTask(send: Send, vendorTaskId: string, outcome: string | null): Promise<void>;
  /** Only where completing is reversible. */
  reopenTask?(send: Send, vendorTaskId: string): Promise<void>;
  ignoreTask(send: Send, vendorTaskId: string): Promise<void>;
};

/**
 * The vendor's own reading of an answer that is not 2xx: the kind and the fields to blame, or null to leave it to the
 * status. `words` is the vendor's text for people, short and without secrets; quote that, never `text` or `json`.
 * `request` is the one that was refused.
 */
export type Classify = (
  status: number,
  body: { json?: unknown; text: string; words: string },
  headers: Headers,
  request?: SendRequest,
) => VendorFailure | null;

/** Milliseconds that a call waits for its turn in the budget, and then for its answer. */
export const patience = {
  turnMs: 15_000,
  answerMs: 20_000,
  /**
   * For a task with files, which lemlist fetches before it answers: six of 20 MB take 96 s from where the line sends
   * 10 Mbit/s.
   */
  filesAnswerMs: 120_000,
} as const;

/** Milliseconds that a command may take at the vendor: its call, and some for what is asked beside it. */
export function commandMs({ files }: { files: boolean }): number {
  return patience.turnMs + (files ? patience.filesAnswerMs : patience.answerMs) + 15_000;
}

export type SendRequest = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base URL, starting with a slash. */
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  /** From then on it is not sent any more; `unknown` is then the effect of a write. */
  notAfter?: Date;
  /** Milliseconds for the answer, where the usual ones do not suffice. */
  timeoutMs?: number;
};

/** One call to the vendor within its budget. Answers the parsed JSON of a 2xx answer, throws `VendorError` otherwise. */
export type Send = (request: SendRequest) => Promise<unknown>;

/**
 * The only error that leaves a vendor folder. `effect` says whether the vendor may have acted: `none` means surely
 * not, so the command may be sent again; `unknown` means that only the vendor's list can tell.
 * `message` is for a rep, names the vendor, and holds no secret.
 */
export class VendorError extends Error {
  readonly kind: VendorFailure['kind'];
  readonly effect: 'none' | 'unknown';
  readonly fields: VendorFailure['fields'];
  readonly candidates: VendorFailure['candidates'];
  /** When the vendor said to come back; only with kind `limited`. */
  readonly retryAt: Date | null;

  constructor(
    failure: VendorFailure,
    more: { effect: 'none' | 'unknown'; retryAt?: Date | null; cause?: unknown },
  ) {
    super(failure.message, { cause: more.cause });
    this.name = 'VendorError';
    this.kind = failure.kind;
    this.fields = failure.fields;
    this.candidates = failure.candidates;
    this.effect = more.effect;
    this.retryAt = more.retryAt ?? null;
  }
}
