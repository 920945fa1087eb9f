import type { Client } from 'pg';

import type { Stage } from './stage';
import { until } from './until';

export const events = ['held', 'sending', 'effect', 'sent', 'uncertain'] as const;
export type Event = (typeof events)[number];

/** What PostgreSQL tells the ear after each commit: a command's new state, or something that happened at the vendor. */
const tell = `
  create or replace function tell() returns trigger language plpgsql as $$
  begin
    if tg_table_name = 'effects' then perform pg_notify('faults', 'effect ' || new.id);
    else perform pg_notify('faults', new.state || ' ' || new.id || ' ' || new.task_id);
    end if;
    return null;
  end $$;
  create or replace trigger tell after insert or update of state on commands for each row execute function tell();
  create or replace trigger tell after insert on sandbox.effects for each row execute function tell();
`;

/**
 * Hears of each commit the moment it is made, so that an attack can come right after it, and remembers from outside
 * what was once true: an effect that was seen, a command that was sent.
 */
export class Ear {
  readonly heard = { effect: new Set<string>(), sent: new Set<string>() };
  readonly #waiting = new Set<{ event: Event; left: number; strike: () => void }>();
  #client: Client | null = null;

  /** Makes the database tell; it goes on to do so after every restart. */
  async open(stage: Stage): Promise<void> {
    await stage.sql(tell);
    await this.listen(stage);
  }

  /** Listens anew; to be called after the database was away. */
  async listen(stage: Stage): Promise<void> {
    await this.#client?.end().catch(() => undefined);
    await stage.sql('select');
    // It may still go away: of a killed connection PostgreSQL hears a moment later.
    this.#client = await until('the database lets the ear in', async () => {
      const client = await stage.connect();
      client.on('notification', ({ payload = '' }) => this.#hear(payload));
      await client.query('listen faults');
      return client;
    });
  }

  /** Ends with the `count`-th event of this kind from now on. */
  after(event: Event, count: number): { happened: Promise<void>; forget(): void } {
    let strike: () => void = () => undefined;
    const happened = new Promise<void>((resolve) => {
      strike = resolve;
    });
    const waiting = { event, left: count, strike };
    this.#waiting.add(waiting);
    return { happened, forget: () => this.#waiting.delete(waiting) };
  }

  async close(): Promise<void> {
    await this.#client?.end().catch(() => undefined);
  }

  #hear(payload: string): void {
    const [event = '', ...what] = payload.split(' ');
    if (event === 'effect' || event === 'sent') this.heard[event].add(what.join(' '));
    for (const waiting of this.#waiting) {
      if (waiting.event !== event) continue;
      waiting.left -= 1;
      if (waiting.left <= 0) waiting.strike();
    }
  }
}
