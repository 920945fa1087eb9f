import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CommandRow } from '../store/commands/commands';
import { revert } from './revert';

type Fields = Record<string, unknown>;
const names = ['title', 'text', 'priority', 'due'];

/** A task as the ledger keeps it: what it shows, and the open commands, oldest first. */
class Task {
  fields: Fields;
  commands: CommandRow[] = [];

  constructor(fields: Fields) {
    this.fields = { ...fields };
  }

  run(after: Fields): void {
    const before = Object.fromEntries(Object.keys(after).map((name) => [name, this.fields[name]]));
    this.commands.push({ before, after } as CommandRow);
    this.fields = { ...this.fields, ...after };
  }

  undo(index: number): void {
    const [command] = this.commands.splice(index, 1);
    if (command === undefined) return;
    const { fields, rebased } = revert(command, this.commands.slice(index));
    this.fields = { ...this.fields, ...fields };
    for (const one of rebased) Object.assign(one.command, { before: one.before });
  }
}

const change = fc.dictionary(fc.constantFrom(...names), fc.nat(5), { minKeys: 1 });
const step = fc.oneof(
  { weight: 3, arbitrary: change.map((after) => ({ after, undo: null })) },
  { weight: 2, arbitrary: fc.nat(9).map((undo) => ({ after: null, undo })) },
);

describe('taking a command out of the row', () => {
  it('leaves what the remaining ones alone would have made, in whatever order they came and went', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const start = { title: 'a', text: 'b', priority: 'c', due: null };
        const task = new Task(start);
        for (const { after, undo } of steps) {
          if (after !== null) task.run(after);
          else if (task.commands.length > 0) task.undo(undo % task.commands.length);
          const replayed = new Task(start);
          for (const command of task.commands) replayed.run(command.after);
          expect(task.fields).toEqual(replayed.fields);
          expect(task.commands.map((one) => one.before)).toEqual(replayed.commands.map((one) => one.before));
        }
        while (task.commands.length > 0) task.undo(0);
        expect(task.fields).toEqual(start);
      }),
      { numRuns: 500 },
    );
  });
});
