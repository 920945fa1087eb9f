import type { TaskFilter } from '#contract/task-filter';

import { Refusal } from '../../refusal';

const invalidRegex = '2201B';
const cancelledByTimeout = '57014';
const regexFields = ['name', 'email', 'phone', 'linkedin'] as const;

/** Runs a search; a regular expression that PostgreSQL cannot read or that takes too long is refused at its field. */
export async function searching<T>(filter: TaskFilter, search: () => Promise<T>): Promise<T> {
  try {
    return await search();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const fields = regexFields.filter((field) => /^\/.+\/$/.test(filter[field] ?? ''));
    if (code === invalidRegex && fields.length > 0)
      throw refuse(fields, 'This regular expression is not valid. Check brackets and repetitions.', error);
    if (code === cancelledByTimeout) {
      throw refuse(
        fields.length > 0 ? fields : ['q'],
        'This search takes too long. Make it more exact or add another filter.',
        error,
      );
    }
    throw error;
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
