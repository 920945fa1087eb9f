import { randomUUID } from 'node:crypto';

import type { NewCommand } from '#contract/command';
import type { Connection } from '#contract/connection';
import type { Due } from '#contract/dates';
import type { NewTask } from '#contract/new-task';
import type { Task } from '#contract/task';
import type { Dice } from '#sandbox/demo/dice';

const dayMs = 86_400_000;

/** A mark by which what a command wrote at the vendor is known again. */
export function tagOf(id: string): string {
  return `#${id}`;
}

/** Thinks of things that reps do, by the dice: what is asked depends on the seed alone, when it arrives does not. */
export class Acts {
  readonly #dice: Dice;
  readonly #connections: readonly Connection[];
  #snoozed = 0;

  constructor(dice: Dice, connections: readonly Connection[]) {
    this.#dice = dice;
    this.#connections = connections;
  }

  /** A new task for the same person as another one. */
  create(like: Task): NewTask {
    const { connectionId, vendor } = like;
    const id = randomUUID();
    const text = `Made under ${tagOf(id)}`;
    const [parent] = like.parents;
    if (parent === undefined) throw new Error(`task ${like.id} has no parent`);
    const parents = [{ kind: parent.kind, id: parent.id, name: parent.name }];
    const shared = { id, connectionId, text, parents };
    const due = this.#due(vendor);
    const priority = this.#dice.pick(['low', 'medium', 'high'] as const);
    if (vendor === 'saleshandy') return { ...shared, vendor, type: '9', priority, due } as NewTask;
    const members = this.#connections.find((one) => one.id === connectionId)?.members ?? [];
    const assigneeId = this.#dice.pick(members).id;
    const type = vendor === 'lemlist' ? 'manual' : 'meeting';
    return { ...shared, vendor, type, title: 'Made in a storm', priority, due, assigneeId } as NewTask;
  }

  /** A command on one task, or on several of one vendor. */
  command(tasks: readonly Task[]): NewCommand {
    const id = randomUUID();
    const taskIds = tasks.map((task) => task.id);
    const vendor = tasks[0]?.vendor ?? 'lemlist';
    const kind = this.#dice.weigh([
      ['complete', 3],
      ['ignore', 2],
      ['edit', 4],
      ['snooze', 3],
    ] as const);
    switch (kind) {
      case 'snooze':
        return { id, kind, taskIds, until: this.#due(vendor) };
      case 'edit': {
        const words = `Edited under ${tagOf(id)}`;
        return { id, kind, taskIds, changes: vendor === 'saleshandy' ? { text: words } : { title: words } };
      }
      case 'complete': {
        const isCall = vendor === 'saleshandy' && tasks.some((task) => task.channel === 'call');
        return { id, kind, taskIds, ...(isCall && { outcome: 'Interested' }) };
      }
      case 'ignore':
        return { id, kind, taskIds };
    }
  }

  /** A due that no other command has, so that what came of each can be told apart. */
  #due(vendor: Task['vendor']): Due {
    this.#snoozed += 1;
    const at = new Date(Math.floor(Date.now() / dayMs) * dayMs + (400 + this.#snoozed) * dayMs);
    return vendor === 'saleshandy'
      ? { kind: 'date', date: at.toISOString().slice(0, 10) }
      : { kind: 'instant', at: at.toISOString() };
  }
}
