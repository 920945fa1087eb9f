import type { Task } from '#contract/task';
import type { Dice } from '#sandbox/demo/dice';

import type { Stage } from '../stage/stage';
import { until } from '../stage/until';
import type { Acts } from './acts';
import type { Asked, Record } from './record';

type Answer = { status: number; body: { results?: { ok: boolean; task?: { id: string } }[] } };

export type RepOptions = {
  stage: Stage;
  dice: Dice;
  acts: Acts;
  record: Record;
  /** The tasks that all reps of the round work on, so that they meet. */
  tasks: Task[];
  /** Asked before each thing that a rep does. */
  mayAct(): boolean;
};

/** A rep at a browser: does one thing after the other, and says everything again that got no answer, or gives up on it. */
export class Rep {
  readonly #with: RepOptions;
  #last: Asked | null = null;

  constructor(options: RepOptions) {
    this.#with = options;
  }

  async work(): Promise<void> {
    while (this.#with.mayAct()) {
      const { dice, record } = this.#with;
      const kind = dice.weigh([
        ['act', 88],
        ['undo the last one', 8],
        // On its way or long at the vendor: to be refused.
        ['undo any', 4],
      ] as const);
      const undone = kind === 'undo any' ? record.acknowledged : [this.#last].filter((one) => one !== null);
      if (kind === 'act' || undone.length === 0) await this.#act();
      else await this.#undo(dice.pick(undone));
    }
  }

  async #act(): Promise<void> {
    const { dice, acts, record, tasks } = this.#with;
    const task = dice.pick(tasks);
    const isCreate = dice.roll() < 0.3;
    const company =
      dice.roll() < 0.15 ? tasks.filter((one) => one.vendor === task.vendor).slice(0, 6) : [task];
    const asked = record.ask(isCreate ? acts.create(task) : acts.command(company));
    const path = isCreate ? '/api/tasks' : '/api/commands';
    const send = () => this.#send('POST', path, asked.body);
    const times = dice.roll() < 0.1 ? 2 : 1;
    record.repeated += times - 1;
    await Promise.all(Array.from({ length: times }, () => this.#sayUntilHeard(asked, send)));
    if (dice.roll() < 0.1) {
      record.repeated += 1;
      await this.#sayUntilHeard(asked, send);
    }
    this.#last = asked;
  }

  /** Sends until there is an answer, or until this rep has had enough and closes the tab. */
  async #sayUntilHeard(asked: Asked, send: () => Promise<Answer | null>): Promise<void> {
    const { record, dice } = this.#with;
    for (;;) {
      const answer = await send();
      if (answer !== null) return record.answered(asked, tasksDone(answer));
      record.unheard += 1;
      if (dice.roll() < 0.15) return;
      await this.#ready();
    }
  }

  async #undo({ id }: Asked): Promise<void> {
    const { record, dice } = this.#with;
    this.#last = null;
    for (;;) {
      const answer = await this.#send('DELETE', `/api/commands/${id}`);
      if (answer !== null) {
        const done = tasksDone(answer);
        const asked = record.asked.get(id);
        if (asked !== undefined && done !== 'refused') asked.undone = done;
        return;
      }
      if (dice.roll() < 0.15) return;
      await this.#ready();
    }
  }

  /** Null when nobody can tell what became of it: no answer, or one that only says that something broke. */
  async #send(method: string, path: string, body?: object): Promise<Answer | null> {
    const { alive } = this.#with.stage;
    if (alive.length === 0) return null;
    try {
      const response = await fetch(`${this.#with.dice.pick(alive).url}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      });
      if (response.status >= 500) return null;
      return { status: response.status, body: (await response.json()) as Answer['body'] };
    } catch {
      return null;
    }
  }

  async #ready(): Promise<void> {
    await until('a server is ready', async () => {
      for (const { url } of this.#with.stage.alive) if ((await fetch(`${url}/readyz`)).ok) return true;
      return false;
    });
  }
}

function tasksDone({ status, body }: Answer): 'refused' | string[] {
  if (status >= 400) return 'refused';
  return (body.results ?? []).flatMap(({ ok, task }) => (ok && task !== undefined ? [task.id] : []));
}
