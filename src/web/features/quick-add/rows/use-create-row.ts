import { useQueryClient } from '@tanstack/react-query';

import type { Task } from '#contract/task';

import { useCreateTask } from '../../../tasks/use-command';
import type { FormKnowledge } from '../form-knowledge';
import { readLine, type Around } from '../parse/read-line';
import { personQuery } from '../person/find-person';
import type { Row } from './rows-draft';
import { personOf, refusalOf, toolOf, unreachedWords, wishOf } from './understand';

/** `held`: the commands that can still be taken back. `sent`: it left, and no answer came. */
export type Outcome = { made: true; held: string[] } | { made: false; why: string; sent: boolean };

/** Makes the task of one row, or says why it cannot be; sent again it makes no second one. */
export function useCreateRow(around: Around, knowledge: FormKnowledge): (row: Row) => Promise<Outcome> {
  const client = useQueryClient();
  const create = useCreateTask({ leave: true });
  const { connections } = around;
  return async (row) => {
    const line = readLine(row.text, around);
    const connection = toolOf(line, row, connections, knowledge.lastConnection);
    const refusal = refusalOf(line, connection, knowledge);
    if (refusal !== null) return refused(refusal);
    if (connection === null) return refused('Choose the tool.');
    const search = row.person === null && line.names.length > 0;
    const query = personQuery(client, connection, { names: line.names, others: connections });
    const found = search
      ? await client.fetchQuery(query).catch((error: NonNullable<typeof create.error>) => error)
      : null;
    if (found instanceof Error) return refused(unreachedWords(line.names[0] ?? '', found));
    const person = personOf(row, found);
    if (person === null) return refused('Say who it is about.');
    const { body, errors } = knowledge.check(wishOf(line, connection, person), row.id);
    if (body === null) return refused(errors[0]?.message ?? 'Something is missing.');
    const answer = await create.mutateAsync(body).catch((error: NonNullable<typeof create.error>) => error);
    if (!('results' in answer)) return { made: false, why: answer.detail, sent: answer.passing };
    const complaint = answer.results.flatMap((result) => (result.ok ? [] : result.error.message))[0];
    if (complaint !== undefined) return refused(complaint);
    knowledge.remember(body);
    return { made: true, held: answer.results.flatMap((one) => (one.ok ? heldCreates(one.task) : [])) };
  };
}

function refused(why: string): Outcome {
  return { made: false, why, sent: false };
}

function heldCreates({ commands }: Task): string[] {
  return commands.filter(({ kind, state }) => kind === 'create' && state === 'held').map(({ id }) => id);
}
