import type { NewCommand } from '#contract/command';
import type { NewTask } from '#contract/new-task';

/** One request as a rep's browser sent it: as often as needed, always under the same id. */
export type Asked = {
  id: string;
  body: NewCommand | NewTask;
  /** What the server said: nothing yet, no, or yes to these tasks. */
  answer: 'none' | 'refused' | readonly string[];
  /** Tasks on which an undo was acknowledged. */
  undone: readonly string[];
};

/** What the reps know, kept outside of everything that is attacked: the truth that ledger and vendor are held against. */
export class Record {
  readonly asked = new Map<string, Asked>();
  /** Requests that were sent again after they had been answered, or twice at once. */
  repeated = 0;
  /** How often nobody could tell what became of a request: no answer, or one that only said that something broke. */
  unheard = 0;
  /** Answers that were not the same as the first one. */
  readonly contradictions: string[] = [];

  ask(body: NewCommand | NewTask): Asked {
    const asked: Asked = { id: body.id, body, answer: 'none', undone: [] };
    this.asked.set(asked.id, asked);
    return asked;
  }

  /** A refusal may be of its moment; a yes is for ever, and the same whenever it is said again. */
  answered(asked: Asked, answer: 'refused' | readonly string[]): void {
    const { id, answer: first } = asked;
    if (typeof first === 'string') asked.answer = answer;
    else if (answer !== 'refused' && String(first.toSorted()) !== String(answer.toSorted()))
      this.contradictions.push(`${id} was acknowledged for ${String(first)}, then for ${String(answer)}`);
  }

  get acknowledged(): Asked[] {
    return [...this.asked.values()].filter(({ answer }) => typeof answer !== 'string');
  }
}
