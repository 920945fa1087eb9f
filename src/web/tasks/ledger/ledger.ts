import type { Mutation, MutationCache, MutationKey, MutationState } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import type { CommandKind } from '#contract/command';
import type { CommandResults } from '#contract/command-result';
import type { Due } from '#contract/dates';
import type { Task } from '#contract/task';

import type { InFlight } from '../pending';

export const commandKey = ['command'] as const;
export const undoKey = ['undo'] as const;

/** What a command's mutation carries: enough to draw it, to send it and to take it back. */
export type CommandVariables = Pick<InFlight, 'commandId' | 'draft' | 'tasks' | 'assignee'>;
export interface UndoVariables {
  commandId: string;
  /** Only for this one of its tasks. */
  taskId?: string | undefined;
}

/** A command of this tab that can be asked back. */
export interface UndoStep {
  commandId: string;
  kind: CommandKind;
  /** The tasks as they were before; those that Outboard refused are left out. */
  tasks: readonly Task[];
  /** When the rep did it, in milliseconds. */
  at: number;
  /** The end of the hold in milliseconds; null until the server has answered. */
  until: number | null;
  /** When the hold began, in milliseconds, by the clock of `until`; long after `at` when the server was away. */
  heldFrom: number;
  snoozedTo: Due | null;
}

export interface Ledger {
  /** Oldest first. */
  inFlight: readonly InFlight[];
  /** Newest first. */
  steps: readonly UndoStep[];
}

type State<Variables> = MutationState<CommandResults, Error, Variables>;

interface Reader {
  read: () => Ledger;
  subscribe: (listener: () => void) => () => void;
}

const readers = new WeakMap<MutationCache, Reader>();

/** This tab's commands as the mutation cache knows them. A new command is drawn in the same frame: listeners are told at once. */
export function useLedger(): Ledger {
  const reader = readerOf(useQueryClient().getMutationCache());
  return useSyncExternalStore(reader.subscribe, reader.read);
}

/** The same outside of a component. */
export function readLedger(cache: MutationCache): Ledger {
  return readerOf(cache).read();
}

function readerOf(cache: MutationCache): Reader {
  const present = readers.get(cache);
  if (present) return present;
  let ledger = ledgerOf(cache);
  const listeners = new Set<() => void>();
  cache.subscribe(({ mutation, type }) => {
    if (!mutation || type.startsWith('observer') || !isOurs(mutation)) return;
    ledger = ledgerOf(cache);
    for (const listener of listeners) listener();
  });
  const reader: Reader = {
    read: () => ledger,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  readers.set(cache, reader);
  return reader;
}

function ledgerOf(cache: MutationCache): Ledger {
  const commands = statesOf<CommandVariables>(cache, commandKey);
  const undos = statesOf<UndoVariables>(cache, undoKey);
  const sending = commands
    .filter(({ status }) => status === 'pending')
    .flatMap(({ variables, submittedAt }) => drawn(variables, submittedAt, false));
  const takingBack = undos
    .filter(({ status }) => status === 'pending')
    .flatMap(({ variables, submittedAt }) => {
      const command = commands.find((each) => each.variables?.commandId === variables?.commandId);
      return drawn(command?.variables, submittedAt, true, variables?.taskId);
    });
  const asked = undos.flatMap(({ variables }) => variables ?? []);
  const steps = commands
    .filter(({ status }) => status !== 'error')
    .flatMap((command) => stepOf(command, asked));
  return {
    inFlight: [...sending, ...takingBack].toSorted((a, b) => a.at - b.at),
    steps: steps.toReversed(),
  };
}

function statesOf<Variables>(cache: MutationCache, mutationKey: MutationKey): State<Variables>[] {
  return cache.findAll({ mutationKey }).map(({ state }) => state as State<Variables>);
}

function drawn(
  variables: CommandVariables | undefined,
  at: number,
  undo: boolean,
  only?: string,
): InFlight[] {
  if (!variables) return [];
  const tasks = variables.tasks.filter(({ id }) => only === undefined || id === only);
  return [{ ...variables, tasks, at, undo }];
}

function stepOf(
  { variables, data, submittedAt: at }: State<CommandVariables>,
  undos: readonly UndoVariables[],
): UndoStep[] {
  if (!variables) return [];
  const undone = undos.filter(({ commandId }) => commandId === variables.commandId);
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
  const snoozedTo = draft.kind === 'snooze' ? draft.until : null;
  return [{ commandId, kind: draft.kind, tasks, at, until, heldFrom, snoozedTo }];
}

function isOurs({ options: { mutationKey } }: Mutation): boolean {
  return mutationKey?.[0] === commandKey[0] || mutationKey?.[0] === undoKey[0];
}
