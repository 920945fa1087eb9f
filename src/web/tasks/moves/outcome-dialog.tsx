import { useRef, type KeyboardEvent } from 'react';

import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { focusNext } from '../../ui/focus-next';
import { taskSubject } from '../face/task-words';
import { answerOutcome, type OutcomeQuestion } from './outcome-question';

type Props = { question: OutcomeQuestion };

/** Asks how a call ended before it is completed; closed without an answer, the card goes back where it was. */
export function OutcomeDialog({ question }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const { outcomes } = question;
  const takeKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = outcomes.slice(0, 9)[Number(event.key) - 1];
    const step = steps[event.key];
    if (chosen !== undefined) answerOutcome(question, chosen);
    else if (step !== undefined) focusNext(list.current, step);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={() => answerOutcome(question, null)}
      title="How did the call end?"
      description={subjectWords(question)}
      footer={<Button onClick={() => answerOutcome(question, null)}>Cancel</Button>}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- takes the keys of its buttons */}
      <ol ref={list} className="-mx-2 flex flex-col gap-0.5" onKeyDown={takeKey}>
        {outcomes.map((outcome, index) => (
          <li key={outcome}>
            <button
              type="button"
              aria-label={outcome}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              {...(index < 9 ? { 'aria-keyshortcuts': String(index + 1) } : {})}
              onClick={() => answerOutcome(question, outcome)}
              className="flex h-9 w-full items-center gap-3 rounded-control px-2 text-left hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-11"
            >
              <kbd
                aria-hidden
                className="min-w-6 rounded-control border border-edge bg-surface px-1.5 text-center font-sans text-meta text-muted tabular pointer-coarse:hidden"
              >
                {index < 9 ? index + 1 : ''}
              </kbd>
              {outcome}
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

const steps: Record<string, 1 | -1> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

function subjectWords({ tasks }: OutcomeQuestion): string {
  const [first] = tasks;
  if (tasks.length !== 1 || !first) return `${tasks.length} calls. The answer counts for all of them.`;
  return taskSubject(first);
}
