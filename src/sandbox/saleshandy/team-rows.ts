import type { Given } from '../account/shelf';
import type { SaleshandyTables } from './tables';
import type { CallOutcome, Priority, TaskType } from './vocabulary';

type Row<Name extends keyof SaleshandyTables> = Omit<SaleshandyTables[Name], 'id' | 'team_id'>;

export type NewUser = Given<{ name: string; email: string; role: string }>;
export type NewProspect = Given<{
  firstName: string;
  lastName: string;
  email: string;
  company: string;
  phone: string;
  jobTitle: string;
  linkedin: string;
  verificationStatus: string;
  outcome: string;
  customFields: Record<string, string>;
  ownerId: string;
  createdAt: Date;
}>;
export type NewSequence = Given<{ name: string; status: string; createdAt: Date }>;
export type NewTask = Given<{
  type: TaskType;
  note: string;
  priority: Priority;
  /** YYYY-MM-DD */
  dueDate: string;
  state: 'open' | 'completed' | 'skipped';
  snoozedUntil: Date;
  callOutcome: CallOutcome;
  sequenceId: string;
  assigneeId: string;
  createdAt: Date;
  completedAt: Date;
  skippedAt: Date;
}> & { prospectId: string };

/** Turns what a builder was given into rows; what is left out takes a plain value, times take `now`. */
export const toRow = {
  user: ({
    name = 'Ada Rep',
    email = 'ada@team.example',
    role = 'member',
  }: NewUser): Row<'saleshandy_users'> => ({ name, email, role }),
  prospect: (input: NewProspect, now: Date): Row<'saleshandy_prospects'> => ({
    first_name: input.firstName ?? 'John',
    last_name: input.lastName ?? 'Doe',
    email: input.email ?? '',
    company: input.company ?? '',
    phone: input.phone ?? '',
    job_title: input.jobTitle ?? '',
    linkedin: input.linkedin ?? '',
    verification_status: input.verificationStatus ?? 'Valid',
    outcome: input.outcome ?? null,
    custom_fields: input.customFields ?? {},
    owner_id: input.ownerId ?? null,
    created_at: input.createdAt ?? now,
  }),
  sequence: (
    { name = 'Sequence', status = 'Active', createdAt }: NewSequence,
    now: Date,
  ): Row<'saleshandy_sequences'> => ({ name, status, created_at: createdAt ?? now }),
  task: (input: NewTask, now: Date): Row<'saleshandy_tasks'> => ({
    type: input.type ?? '9',
    note: input.note ?? null,
    priority: input.priority ?? null,
    due_date: input.dueDate ?? now.toISOString().slice(0, 10),
    state: input.state ?? 'open',
    snoozed_until: input.snoozedUntil ?? null,
    call_outcome: input.callOutcome ?? null,
    prospect_id: input.prospectId,
    sequence_id: input.sequenceId ?? null,
    assignee_id: input.assigneeId ?? null,
    created_at: input.createdAt ?? now,
    completed_at: input.completedAt ?? (input.state === 'completed' ? now : null),
    skipped_at: input.skippedAt ?? (input.state === 'skipped' ? now : null),
  }),
};
