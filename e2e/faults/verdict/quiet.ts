import type { Stage } from '../stage/stage';
import { until } from '../stage/until';

/** Longer than any claim and lease of a server that is gone. */
export const longerThanAnyClaimMs = 125_000;
const claimMs = 60_000;
/** A little longer than a vendor may be late; so short that no claim of a living server runs out by it. */
const stepMs = 31_000;
/** So often nothing moves before the clock does: where a list is being read, which may decide, more often. */
const stillness = { reading: 100, idle: 5 };

type Open = { id: string; task_id: string; state: string; run_at: Date; claimed_until: Date | null };

/** Waits until every command has ended and each vendor's list was read once more, from its beginning, since. */
export async function quiet(stage: Stage): Promise<void> {
  await untilWithTime(stage, 'every command has ended', (open) => open.length === 0);
  // What is being read now was begun too early.
  await untilWithTime(stage, 'no list is being read', (_, reading) => reading.length === 0);
  const began = new Date(stage.now());
  const connections = await stage.sql<{ id: string }>('select id from connections where removed_at is null');
  for (const { id } of connections) {
    await until('a listing is asked for', async () => {
      const response = await fetch(`${stage.alive[0]?.url}/api/connections/${id}/sync`, { method: 'POST' });
      return response.ok;
    });
  }
  await untilWithTime(stage, 'every list was read', async () => {
    const unread = `select id from connections
      where removed_at is null and (last_sync_at is null or last_sync_at <= $1)`;
    return (await stage.sql(unread, [began])).length === 0;
  });
}

/** Moves the clock whenever nothing moves by itself; a call under way is never overtaken by that. */
async function untilWithTime(
  stage: Stage,
  what: string,
  isSo: (open: Open[], reading: { id: string }[]) => boolean | Promise<boolean>,
): Promise<void> {
  let before = '';
  let still = 0;
  await until(what, async () => {
    const open = await stage.sql<Open>(`
      select id, task_id, state, run_at, claimed_until from commands
      where state in ('held', 'sending', 'uncertain') order by seq`);
    const pulls = 'select id from connections where pull_until > $1';
    const reading = await stage.sql<{ id: string }>(pulls, [new Date(stage.now())]);
    if (await isSo(open, reading)) return true;
    const now = JSON.stringify([open, reading]);
    still = now === before ? still + 1 : 0;
    before = now;
    const patience = reading.length > 0 ? stillness.reading : stillness.idle;
    if (still >= patience && !open.some((one) => isUnderWay(stage, one))) {
      stage.jump(stepMs);
      still = 0;
    }
    return false;
  });
}

/** Claims from before the last start are nobody's. */
function isUnderWay({ startedAt }: Stage, { state, claimed_until }: Open): boolean {
  return state === 'sending' && (claimed_until?.getTime() ?? 0) >= startedAt + claimMs;
}
