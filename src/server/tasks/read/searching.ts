import type { TaskFilter } from '#contract/task-filter';

import { Refusal } from '../../refusal';

const invalidRegex = '2201B';
const cancelledByTimeout = '57014';
const regexFields = ['name', 'email', 'phone', 'linkedin'] as const;

/** Of all connections to the database; the others stay free for what reps and jobs do. */
const mostRegexAtOnce = 3;
const mostRegexWaiting = 30;

let running = 0;
const waiting: (() => void)[] = [];

/** Where the filter asks by a regular expression, which may be wrong or slow. */
export function regexFieldsOf(filter: TaskFilter): string[] {
  return regexFields.filter((field) => /^\/.+\/$/.test(filter[field] ?? ''));
}

/**
 * Runs a search; a regular expression that PostgreSQL cannot read or that takes too long is refused at its field. Slow
 * ones wait for each other, so that they do not take all connections to the database.
 */
export async function searching<T>(filter: TaskFilter, search: () => Promise<T>): Promise<T> {
  const fields = regexFieldsOf(filter);
  try {
    return await (fields.length === 0 ? search() : inTurn(fields, search));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === invalidRegex && fields.length > 0)
      throw refuse(fields, 'This regular expression is not valid. Check brackets and repetitions.', error);
    if (code === cancelledByTimeout) {
      throw refuse(fields.length > 0 ? fields : ['q'], tooLong, error);
    }
    throw error;
  }
}

const tooLong = 'This search takes too long. Make it more exact or add another filter.';

async function inTurn<T>(fields: readonly string[], search: () => Promise<T>): Promise<T> {
  if (waiting.length >= mostRegexWaiting) throw refuse(fields, tooLong, null);
  if (running >= mostRegexAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await search();
  } finally {
    // Whoever waits longest takes the place over.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

function refuse(fields: readonly string[], message: string, cause: unknown): Refusal {
  const refusal = new Refusal(
    'invalid',
    message,
    fields.map((path) => ({ path, message })),
  );
  refusal.cause = cause;
  return refusal;
}
