import type { Stage } from '../stage/stage';

/** A task as the vendor's own table has it, in the board's words. */
export type VendorRow = {
  vendor: string;
  id: string;
  status: 'pending' | 'completed' | 'ignored';
  title: string;
  text: string;
  /** A calendar date or the milliseconds of an instant. */
  due: string;
};

const rows = `
  select 'lemlist' as vendor, id, status, title, content as text,
    floor(extract(epoch from due_date) * 1000)::bigint::text as due
  from sandbox.lemlist_tasks
  union all
  select 'saleshandy', id, case state when 'open' then 'pending' when 'skipped' then 'ignored' else state end,
    '', coalesce(note, ''),
    coalesce(to_char(snoozed_until at time zone 'UTC', 'YYYY-MM-DD'), due_date)
  from sandbox.saleshandy_tasks
  union all
  select 'leadlex', id, case status when 'completed' then status else 'pending' end, title, coalesce(description, ''),
    case when due_date like '%T%' then floor(extract(epoch from due_date::timestamptz) * 1000)::bigint::text
      else coalesce(due_date, '') end
  from sandbox.leadlex_tasks`;

export function vendorRows(stage: Stage): Promise<VendorRow[]> {
  return stage.sql<VendorRow>(rows);
}

const words = ['title', 'note', 'content', 'description'] as const;
const dues = ['snoozed_until', 'due_date'] as const;
const states = ['status', 'state'] as const;

/** Columns that got another value; others than these are not asked for by anybody. */
type Changes = Partial<Record<(typeof words | typeof dues | typeof states)[number], string | null>>;
type EffectRow = { id: string; vendor: string; task: string; kind: string; changes: Changes };

/** One thing that happened at the vendor: which, on which task, and the mark by which its command is known. */
export type Deed = { id: string; task: string; mark: string };

/** Everything that happened at the vendors since the practice teams were made, oldest first. */
export async function deeds(stage: Stage, since: string): Promise<Deed[]> {
  const effects = await stage.sql<EffectRow>('select * from sandbox.effects where id > $1 order by id', [
    since,
  ]);
  return effects.map((effect) => ({
    id: effect.id,
    task: `${effect.vendor} ${effect.task}`,
    mark: markOf(effect),
  }));
}

function markOf({ kind, changes }: EffectRow): string {
  const first = (names: readonly (keyof Changes)[]) => names.map((name) => changes[name]).find(Boolean);
  const tags = words.flatMap((name) => /#[0-9a-f-]{36}/.exec(changes[name] ?? '') ?? []);
  if (kind === 'made') return `made ${tags[0]}`;
  if (kind !== 'changed') return kind;
  const state = first(states);
  if (state) return `closed ${state === 'skipped' ? 'ignored' : state}`;
  if (tags[0] !== undefined) return `edited ${tags[0]}`;
  const due = first(dues);
  return due ? `due ${due.slice(0, 10)}` : `changed ${Object.keys(changes).join(', ')}`;
}
