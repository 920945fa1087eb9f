import type { AnyDatabase } from '../database';

/** Seeds unless it is there already; all of it or nothing, also when two processes try at once. */
export async function seedOnce(
  db: AnyDatabase,
  isThere: () => Promise<boolean>,
  seed: (trx: AnyDatabase) => Promise<void>,
): Promise<void> {
  if (await isThere()) return;
  await db
    .transaction()
    .execute(seed)
    .catch(async (error: unknown) => {
      // Another process was faster.
      if (!(await isThere())) throw error;
    });
}
