import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { rounds, seed } from '../form';

/** What one round asked of the reps, the board and the vendors; `wrong` names losses and repetitions. */
export type Outcome = {
  attack: string;
  asked: number;
  acknowledged: number;
  /** Those of the acknowledged that were for several tasks at once, and those that were taken back. */
  bulk: number;
  undone: number;
  /** Requests whose answer was lost or only said that something broke, each time they were sent. */
  unheard: number;
  repeated: number;
  effects: number;
  seconds: number;
  wrong: readonly string[];
};

const file = resolve(import.meta.dirname, '../../../test-results/faults.json');
const outcomes: Outcome[] = [];

process.stdout.write(`faults: again with FAULTS_SEED=${seed} FAULTS_ROUNDS=${rounds}\n`);

/** One line on standard output for each round as it ends, and all of them in `test-results/faults.json`. */
export function report(outcome: Outcome): void {
  outcomes.push(outcome);
  const { attack, asked, acknowledged, bulk, undone, unheard, repeated, effects, seconds, wrong } = outcome;
  process.stdout.write(
    `faults: ${attack}: ${asked} asked, ${acknowledged} acknowledged (${bulk} for many tasks, ${undone} undone), ` +
      `${unheard} answers lost, ${repeated} said twice, ${effects} effects, ${wrong.length} wrong, ` +
      `${Math.round(seconds)} s\n${wrong.map((line) => `  ${line}\n`).join('')}`,
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ seed, rounds, outcomes }, null, 2));
}
