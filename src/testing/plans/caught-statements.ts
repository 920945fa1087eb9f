import pg from 'pg';
import { vi } from 'vitest';

/** A statement as the driver got it. */
export type Statement = { text: string; values: unknown[] };

/** What this process reads or changes in PostgreSQL while the work runs, each statement with its values. */
export async function caughtStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return (query.mock.calls as unknown[][]).flatMap(([text, values]) =>
      typeof text === 'string' && hasPlan.test(text)
        ? [{ text, values: Array.isArray(values) ? (values as unknown[]) : [] }]
        : [],
    );
  } finally {
    query.mockRestore();
  }
}

/** A statement that looks for rows; one that only inserts has no plan that could go wrong. */
const hasPlan = /^\s*(?:(?:with|update|delete)\s|select\s[^]*\sfrom\s)/i;
