import type { Mutation, MutationCache, MutationKey, MutationState, QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import type { CommandKind, NewCommand } from '#contract/command';
import type { CommandResults } from '#contract/command-result';
import type { Due } from '#contract/dates';
import type { StepTask } from '#contract/recent';

import { isLineDown, subscribeToLine } from '../../api/line';
import type { InFlight } from '../pending';
import type { Waiting } from './outbox/outbox';
import { outboxOf } from './outbox/outbox-of';
import type { WaitingCall } from './outbox/waiting-entry';

export const commandKey = ['command'] as const;
export const undoKey = ['undo'] as const;

/** What a command's mutation carries: enough to draw it, to send it and to take it back. */
export type CommandVariables = Pick<InFlight, 'commandId' | 'draft' | 'tasks' | 'assignee'> & {
  /** What it was given together with. */
  batch?: string | undefined;
};
export interface UndoVariables {
  /** The step's id. */
  commandId: string;
  /** What is taken back, where it is known. */
  commands: readonly CommandVariables[];
  /** Only for this one of its tasks. */
  taskId?: string | undefined;
}

/** What a rep did in one go, and can be asked back as one. */
export interface UndoStep {
  /** The batch's id, else the command's. */
  commandId: string;
  kind: CommandKind;
  /** The tasks as they were before; those that Outboard refused are left out. */
  tasks: readonly StepTask[];
  /** When the rep did it, in milliseconds. */
  at: number;
  /** The end of the hold in milliseconds; null until the server has answered. */
  until: number | null;
  /** When the hold began, in milliseconds, by the clock of `until`; long after `at` when the server was away. */
  heldFrom: number;
  snoozedTo: Due | null;
  /** Of an edit that only gives the tasks to somebody: to whom. */
  givenTo?: string | undefined;
}

export interface Ledger {
  /** Oldest first. */
  inFlight: readonly InFlight[];
  /** This tab's steps that were not asked back yet, newest first. */
  steps: readonly UndoStep[];
  /** What was asked back. */
  asked: readonly UndoVariables[];
}

type State<Variables> = MutationState<CommandResults, Error, Variables>;

interface Reader {
  read: () => Ledger;
  subscribe: (listener: () => void) => () => void;
}

const readers = new WeakMap<QueryClient, Reader>();

/**
 * This tab's commands as the mutation cache knows them, and those of other tabs. A new command is drawn in the same frame:
 * listeners are told at once.
 */
export function useLedger(): Ledger {
  const reader = readerOf(useQueryClient());
  return useSyncExternalStore(reader.subscribe, reader.read);
}

/** The same outside of a component. */
export function readLedger(client: QueryClient): Ledger {
  return readerOf(client).read();
}

function readerOf(client: QueryClient): Reader {
  const present = readers.get(client);
  if (present) return present;
  const cache = client.getMutationCache();
  const outbox = outboxOf(client);
  let ledger = ledgerOf(cache, outbox.all());
  const listeners = new Set<() => void>();
  const readAgain = () => {
    ledger = ledgerOf(cache, outbox.all());
    for (const listener of listeners) listener();
  };
  cache.subscribe(({ mutation, type }) => {
    if (mutation && !type.startsWith('observer') && isOurs(mutation)) readAgain();
  });
  outbox.subscribe(readAgain);
  subscribeToLine(readAgain);
  const reader: Reader = {
    read: () => ledger,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  readers.set(client, reader);
  return reader;
}

function ledgerOf(cache: MutationCache, waiting: readonly Waiting[]): Ledger {
  const commands = statesOf<CommandVariables>(cache, commandKey);
  const undos = statesOf<UndoVariables>(cache, undoKey);
  const sending = commands
    .filter(({ status }) => status === 'pending')
    .flatMap(({ variables, submittedAt }) => drawn(variables, submittedAt, false));
  const takingBack = undos
    .filter(({ status }) => status === 'pending')
    .flatMap(({ variables, submittedAt }) => {
      return (variables?.commands ?? []).flatMap((command) => drawn(command, submittedAt, true));
    });
  const asked = undos.flatMap(({ variables }) => variables ?? []);
  const steps = commands
    .filter(({ status }) => status !== 'error')
    .flatMap((command) => stepOf(command, asked))
    .reduce<UndoStep[]>(joined, []);
  return {
    inFlight: [...sending, ...takingBack, ...waiting.flatMap(elsewhere)]
      .map((each) => withWait(each, waiting))
      .toSorted((a, b) => a.at - b.at),
    steps: steps.toReversed(),
    asked,
  };
}

function statesOf<Variables>(cache: MutationCache, mutationKey: MutationKey): State<Variables>[] {
  return cache.findAll({ mutationKey }).map(({ state }) => state as State<Variables>);
}

function drawn(variables: CommandVariables | undefined, at: number, undo: boolean): InFlight[] {
  return variables ? [{ ...variables, at, undo }] : [];
}

/** What another tab is sending. */
function elsewhere({ mine, entry }: Waiting): InFlight[] {
  if (mine || entry === null || entry.refused !== null) return [];
  const { call, at } = entry;
  return call.kind === 'command' || call.kind === 'undo'
    ? drawnCommands(call).flatMap((command) => drawn(command, at, call.kind === 'undo'))
    : [];
}

/** What is drawn of a command or of an undo, as far as it is known. */
export function drawnCommands(
  call: Extract<WaitingCall, { kind: 'command' | 'undo' }>,
): readonly CommandVariables[] {
  if (call.kind === 'command') return [variablesOf(call.body, call.tasks, call.assignee)];
  const bodies = [...(call.body === undefined ? [] : [call.body]), ...(call.more ?? [])];
  return bodies.map((body) =>
    variablesOf(
      body,
      call.tasks.filter(({ id }) => body.taskIds.includes(id)),
    ),
  );
}

function variablesOf(
  body: NewCommand,
  tasks: CommandVariables['tasks'],
  assignee?: CommandVariables['assignee'],
): CommandVariables {
  const { id: commandId, taskIds: _, batch, ...draft } = body;
  return { commandId, draft, tasks, batch, ...(assignee === undefined ? {} : { assignee }) };
}

/** This tab's commands of a step as they were given. */
export function findCommands(client: QueryClient, stepId: string): CommandVariables[] {
  return statesOf<CommandVariables>(client.getMutationCache(), commandKey)
    .flatMap(({ variables }) => variables ?? [])
    .filter(({ commandId, batch }) => commandId === stepId || batch === stepId);
}

/** Says what a command waits for, when it is more than an answer. */
function withWait(inFlight: InFlight, waiting: readonly Waiting[]): InFlight {
  const stuck = waiting.some(({ id, stuck }) => id === inFlight.commandId && stuck !== null);
  if (stuck) return { ...inFlight, waitsFor: 'server' };
  return isLineDown() ? { ...inFlight, waitsFor: 'line' } : inFlight;
}

function stepOf(
  { variables, data, submittedAt: at }: State<CommandVariables>,
  undos: readonly UndoVariables[],
): UndoStep[] {
  if (!variables) return [];
  const stepId = variables.batch ?? variables.commandId;
  const undone = undos.filter(({ commandId }) => commandId === stepId || commandId === variables.commandId);
  const left = new Set(data?.results.flatMap((result) => (result.ok ? [] : [result.taskId])));
  const tasks = variables.tasks.filter(
    ({ id }) => !left.has(id) && !undone.some(({ taskId = id }) => taskId === id),
  );
  if (tasks.length === 0) return [];
  const { commandId, draft } = variables;
  const holds =
    data?.results
      .flatMap((result) => (result.ok ? result.task.commands : []))
      .filter(({ id }) => id === commandId) ?? [];
  const until = data ? Math.max(at, ...holds.map(({ holdUntil }) => Date.parse(holdUntil))) : null;
  const heldFrom = Math.max(at, ...holds.map(({ createdAt }) => Date.parse(createdAt)));
  const snoozedTo = draft.kind === 'snooze' && draft.until.kind !== 'day' ? draft.until : null;
  const givenTo = givenToOf(variables);
  return [{ commandId: stepId, kind: draft.kind, tasks, at, until, heldFrom, snoozedTo, givenTo }];
}

function givenToOf({ draft, assignee }: CommandVariables): string | undefined {
  if (draft.kind !== 'edit' || Object.keys(draft.changes).some((field) => field !== 'assigneeId'))
    return undefined;
  return assignee?.name || undefined;
}

/** Commands given in one go are one step: it can be taken back as long as any of it can. */
function joined(steps: UndoStep[], next: UndoStep): UndoStep[] {
  const same = steps.find(({ commandId }) => commandId === next.commandId);
  if (same === undefined) return [...steps, next];
  const isSnooze =
    same.snoozedTo !== null && JSON.stringify(same.snoozedTo) === JSON.stringify(next.snoozedTo);
  const whole: UndoStep = {
    ...same,
    tasks: [...same.tasks, ...next.tasks],
    until: same.until === null || next.until === null ? null : Math.max(same.until, next.until),
    heldFrom: Math.max(same.heldFrom, next.heldFrom),
    snoozedTo: isSnooze ? same.snoozedTo : null,
    givenTo: same.givenTo === next.givenTo ? same.givenTo : undefined,
  };
  return steps.map((step) => (step === same ? whole : step));
}

function isOurs({ options: { mutationKey } }: Mutation): boolean {
  return mutationKey?.[0] === commandKey[0] || mutationKey?.[0] === undoKey[0];
}
