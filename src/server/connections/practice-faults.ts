import { z } from 'zod';

import {
  practiceFaultNames,
  type PracticeFaultName,
  type practiceFaultChange,
  type PracticeTeam,
} from '#contract/practice-faults';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { findConnection, listConnections, type ConnectionRow } from '../store/connections';
import { syncConnection } from './sync-connection';

/** Asks the practice vendors in this process, so that no call can ever reach a real one. */
export type AskSandbox = (path: string, init?: RequestInit) => Response | Promise<Response>;

type Change = z.output<typeof practiceFaultChange>;

/**
 * What the sandbox is told for each; the times are long enough to watch. One person is left out at a time, since each has
 * a create of their own; a search that finds two is no create and uses nothing up.
 */
const sandboxFaults = {
  limited: { kind: 'rate-limited', retryAfter: 15 },
  down: { kind: 'server-error' },
  silent: { kind: 'timeout' },
  nonsense: { kind: 'html' },
  slow: { kind: 'slow', delayMs: 3_000 },
  'key-refused': { kind: 'unauthorized' },
  'lost-answer': { kind: 'lost-answer', method: 'WRITE' },
  'partial-success': { kind: 'partial-success', remaining: 1 },
  'ambiguous-name': { kind: 'ambiguous-contact', remaining: undefined },
} satisfies Record<PracticeFaultName, { kind: string; [setting: string]: unknown }>;

const faultList = z.object({
  faults: z.array(z.object({ kind: z.string(), remaining: z.number().optional() })),
});
const kindList = z.object({ kinds: z.array(z.string()) });

/** The practice connections whose team is there, oldest first, with what they do wrong now. */
export async function readPracticeTeams(ctx: Context, ask: AskSandbox): Promise<PracticeTeam[]> {
  const rows = (await listConnections(ctx.db, ctx.workspaceId)).filter((row) => row.sandbox);
  const teams = await Promise.all(rows.map((row) => readTeam(ctx, ask, row)));
  return teams.flatMap((team) => (team === null ? [] : [team.shown]));
}

/**
 * Switches faults of one practice connection and answers what is on then. What is switched off lets the board ask the
 * vendor at once. Refuses any other connection.
 */
export async function changePracticeFaults(
  ctx: Context,
  ask: AskSandbox,
  id: string,
  { off, on }: Change,
): Promise<PracticeTeam> {
  const row = await findConnection(ctx.db, ctx.workspaceId, id);
  if (row?.sandbox !== true)
    throw new Refusal('not-found', 'This is no practice connection. Faults are for practice only.');
  const team = await readTeam(ctx, ask, row);
  if (team === null)
    throw new Refusal('not-found', 'The practice team behind this connection is not there any more.');
  if (on !== null && !team.known.includes(on.name))
    throw new Refusal('invalid', 'This practice vendor has no such fault.', [
      { path: 'on.name', message: 'This practice vendor has no such fault.' },
    ]);
  const change = {
    key: team.key,
    off: [...off, ...(on === null ? [] : [on.name])].flatMap(kindsOf),
    on: on === null ? [] : [{ remaining: on.calls ?? undefined, ...sandboxFaults[on.name] }],
  };
  const told = await ask(`${backstageOf(row)}/faults`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  });
  if (off.length > 0) await syncConnection(ctx, id);
  return present(row, team.known, faultList.parse(await told.json()));
}

/** Makes every practice vendor work as it should. */
export async function clearPracticeFaults(ctx: Context, ask: AskSandbox): Promise<PracticeTeam[]> {
  for (const team of await readPracticeTeams(ctx, ask)) {
    if (team.on.length === 0) continue;
    await changePracticeFaults(ctx, ask, team.connectionId, { off: [...practiceFaultNames], on: null });
  }
  return readPracticeTeams(ctx, ask);
}

type Team = { key: string; known: readonly PracticeFaultName[]; shown: PracticeTeam };

/** Null where nobody in the sandbox has the connection's key, or where it cannot be opened any more. */
async function readTeam(ctx: Context, ask: AskSandbox, row: ConnectionRow): Promise<Team | null> {
  const key = openKey(ctx, row);
  if (key === null) return null;
  const faults = await ask(`${backstageOf(row)}/faults?${new URLSearchParams({ key })}`);
  if (!faults.ok) return null;
  const { kinds } = kindList.parse(await (await ask(`${backstageOf(row)}/faults/kinds`)).json());
  const known = practiceFaultNames.filter((name) => kinds.includes(sandboxFaults[name].kind));
  return { key, known, shown: present(row, known, faultList.parse(await faults.json())) };
}

function openKey({ secrets }: Context, row: ConnectionRow): string | null {
  try {
    return secrets.open(row.key_sealed, row.id);
  } catch {
    return null;
  }
}

function present(
  { id }: ConnectionRow,
  known: readonly PracticeFaultName[],
  { faults }: z.output<typeof faultList>,
): PracticeTeam {
  const on = new Map<PracticeFaultName, number | null>();
  for (const { kind, remaining = null } of faults) {
    const name = practiceFaultNames.find((one) => kindsOf(one).includes(kind));
    if (name === undefined) continue;
    const before = on.get(name);
    // A script may have set several of a kind; one without an end outlasts the others.
    const ends = before === null || remaining === null ? null : (before ?? 0) + remaining;
    on.set(name, ends);
  }
  return {
    connectionId: id,
    known: [...known],
    on: [...on].map(([name, callsLeft]) => ({ name, callsLeft })),
  };
}

function kindsOf(name: PracticeFaultName): string[] {
  return name === 'nonsense' ? ['html', 'broken-json'] : [sandboxFaults[name].kind];
}

function backstageOf({ vendor }: ConnectionRow): string {
  return `/control/${vendor}`;
}
