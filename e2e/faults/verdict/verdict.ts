import type { CommandKind, CommandState } from '#contract/command';
import type { Due } from '#contract/dates';
import type { Task } from '#contract/task';

import { tagOf } from '../reps/acts';
import { column } from '../reps/board';
import type { Record } from '../reps/record';
import type { Ear } from '../stage/ear';
import type { Stage } from '../stage/stage';
import { type Deed, deeds, vendorRows, type VendorRow } from './vendor-rows';

type LedgerRow = {
  id: string;
  task_id: string;
  kind: CommandKind;
  state: CommandState;
  payload: { local?: boolean; due?: Due };
  task: string | null;
};

export type Known = {
  stage: Stage;
  record: Record;
  ear: Ear;
  /** The last effect of before the reps began. */ since: string;
};

/**
 * Holds what the reps know, the ledger, the board and the vendors against each other, once all is quiet. Answers one line
 * for everything that is wrong: an empty list is a round without loss.
 */
export async function verdict({ stage, record, ear, since }: Known): Promise<string[]> {
  const ledger = await stage.sql<LedgerRow>(`
    select commands.id, task_id, kind, state, payload, tasks.vendor || ' ' || tasks.vendor_task_id as task
    from commands join tasks on tasks.id = commands.task_id order by seq`);
  const done = await deeds(stage, since);
  return [
    ...record.contradictions,
    ...lostCommands(record, ledger),
    ...(await lostFacts(ear, ledger, done)),
    ...unsettled(ledger),
    ...wrongDeeds(ledger, done),
    ...wrongBoard(await boardRows(stage), await vendorRows(stage), new Set(done.map((one) => one.task))),
  ];
}

/** (a) What was acknowledged is in the ledger, what was refused is not, what was undone stays undone. */
function lostCommands(record: Record, ledger: LedgerRow[]): string[] {
  const rows = new Map<string, LedgerRow[]>();
  for (const row of ledger) rows.set(row.id, [...(rows.get(row.id) ?? []), row]);
  return [...record.asked.values()].flatMap(({ id, answer, undone }) => {
    const found = rows.get(id) ?? [];
    if (answer === 'none') return [];
    if (answer === 'refused') return found.length === 0 ? [] : [`${id} was refused and is in the ledger`];
    // A task can turn out to be another one's twin; its commands then go on under the other's name.
    const lost = answer.length - found.length;
    return [
      ...(lost > 0 ? [`${id} was acknowledged for ${lost} more tasks than the ledger knows`] : []),
      ...undone.flatMap((task) =>
        found.some((row) => row.task_id === task && row.state !== 'cancelled')
          ? [`${id} was undone on ${task} and is not cancelled`]
          : [],
      ),
    ];
  });
}

/** What was true once, to somebody outside, is true for ever. */
async function lostFacts({ heard }: Ear, ledger: LedgerRow[], done: Deed[]): Promise<string[]> {
  const kept = new Set(done.map((deed) => deed.id));
  const sent = new Set(ledger.filter((row) => row.state === 'sent').map((row) => `${row.id} ${row.task_id}`));
  return [
    ...[...heard.effect].filter((id) => !kept.has(id)).map((id) => `effect ${id} was seen and is lost`),
    ...[...heard.sent].filter((id) => !sent.has(id)).map((id) => `${id} was sent and is not any more`),
  ];
}

/** (b) Nothing is left under way, and nothing failed: the vendors refuse none of what the reps ask. */
function unsettled(ledger: LedgerRow[]): string[] {
  return ledger
    .filter(({ state }) => state !== 'sent' && state !== 'cancelled')
    .map((row) => `${row.kind} ${row.id} on ${row.task} ended as ${row.state}`);
}

/** (c) Of each sent command exactly one effect, of any other none: effect by effect, task by task. */
function wrongDeeds(ledger: LedgerRow[], done: Deed[]): string[] {
  const wanted = new Map<string, number>();
  for (const row of ledger) {
    if (row.state !== 'sent' || row.payload.local === true) continue;
    const key = `${row.task}: ${markWanted(row)}`;
    wanted.set(key, (wanted.get(key) ?? 0) + 1);
  }
  const happened = new Map<string, number>();
  for (const { task, mark } of done)
    happened.set(`${task}: ${mark}`, (happened.get(`${task}: ${mark}`) ?? 0) + 1);
  return [...new Set([...wanted.keys(), ...happened.keys()])].flatMap((key) => {
    const [should = 0, did = 0] = [wanted.get(key), happened.get(key)];
    return should === did ? [] : [`${key}: ${did} times at the vendor, ${should} times in the ledger`];
  });
}

function markWanted({ id, kind, payload }: LedgerRow): string {
  switch (kind) {
    case 'create':
      return `made ${tagOf(id)}`;
    case 'edit':
      return `edited ${tagOf(id)}`;
    case 'snooze':
      return `due ${payload.due?.kind === 'date' ? payload.due.date : payload.due?.at.slice(0, 10)}`;
    case 'complete':
      return 'closed completed';
    case 'ignore':
      return 'closed ignored';
    case 'reopen':
      return 'closed pending';
  }
}

type BoardRow = { seen: Task; task: string | null };

async function boardRows(stage: Stage): Promise<BoardRow[]> {
  const ids = await stage.sql<{ id: string; task: string | null }>(
    `select id, vendor || ' ' || vendor_task_id as task from tasks where not gone`,
  );
  const names = new Map(ids.map(({ id, task }) => [id, task]));
  const seen = [
    ...(await column(stage, 'pending')),
    ...(await column(stage, 'completed')),
    ...(await column(stage, 'ignored')),
  ];
  return seen.map((task) => ({ seen: task, task: names.get(task.id) ?? null }));
}

/** (d), (e) Every task is on the board once, as the vendor has it, and nothing is there that the vendor does not have. */
function wrongBoard(board: BoardRow[], atVendor: VendorRow[], touched: ReadonlySet<string>): string[] {
  const rows = new Map<string | null, Task[]>();
  for (const { seen, task } of board) rows.set(task, [...(rows.get(task) ?? []), seen]);
  const unknown = rows.get(null) ?? [];
  rows.delete(null);
  const wrong = unknown.map((task) => `${task.id} is on the board and at no vendor`);
  for (const row of atVendor) {
    const name = `${row.vendor} ${row.id}`;
    const [seen, ...twins] = rows.get(name) ?? [];
    rows.delete(name);
    if (twins.length > 0) wrong.push(`${name} is on the board ${twins.length + 1} times`);
    if (seen !== undefined) wrong.push(...differences(name, seen, row));
    // Tasks that were closed before Outboard was there may be unknown to it.
    else if (row.status === 'pending' || touched.has(name)) wrong.push(`${name} is not on the board`);
  }
  return [...wrong, ...[...rows.keys()].map((name) => `${name} is on the board and not at the vendor`)];
}

function differences(name: string, seen: Task, row: VendorRow): string[] {
  const due =
    seen.due === null ? '' : seen.due.kind === 'date' ? seen.due.date : String(Date.parse(seen.due.at));
  const shown = { status: seen.boardOnly ? 'pending' : seen.status, title: seen.title, text: seen.text, due };
  return (['status', 'title', 'text', 'due'] as const)
    .filter((field) => shown[field] !== row[field])
    .map((field) => `${name}: ${field} is ${shown[field]} on the board and ${row[field]} at the vendor`);
}
