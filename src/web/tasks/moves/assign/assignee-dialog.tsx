import { Check } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';

import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { focusNext } from '../../../ui/focus-next';
import { Input } from '../../../ui/input';
import { initials, taskSubject } from '../../face/task-words';
import { choiceName } from './assign-choices';
import type { Assignable } from './assignables';
import { assigneeQuestion, type AssigneeQuestion } from './assignee-question';
import { useAssignChoices } from './use-assign-choices';

type Props = { question: AssigneeQuestion };

/** Asks who does a task, by a name that is typed or chosen; closed without an answer, nothing is done. */
export function AssigneeDialog({ question }: Props) {
  const { tasks } = question;
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState('');
  const everybody = useAssignChoices([...new Set(tasks.map(({ connectionId }) => connectionId))]);
  const words = typed.trim().toLocaleLowerCase();
  const people = everybody.filter((person) => choiceName(person).toLocaleLowerCase().includes(words));
  const [first] = people;
  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    focusNext(list.current, step);
    event.preventDefault();
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={() => assigneeQuestion.answer(question, null)}
      title="Assign to"
      description={subjectWords(question)}
      footer={<Button onClick={() => assigneeQuestion.answer(question, null)}>Cancel</Button>}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- takes the keys of its buttons */}
      <form
        className="flex flex-col gap-3"
        onKeyDown={walk}
        onSubmit={(event) => {
          event.preventDefault();
          if (first !== undefined) assigneeQuestion.answer(question, first);
        }}
      >
        <Input
          data-autofocus
          aria-label="Name"
          autoComplete="off"
          placeholder="Type a name"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <ul ref={list} aria-label="People" className="-mx-2 flex flex-col gap-0.5">
          {people.map((person) => (
            <Person
              key={JSON.stringify(person.ids)}
              person={person}
              chosen={tasks.every(({ connectionId, assignee }) => person.ids[connectionId] === assignee?.id)}
              onChoose={() => assigneeQuestion.answer(question, person)}
            />
          ))}
        </ul>
        {people.length === 0 && (
          <p className="text-muted">
            {everybody.length === 0
              ? 'There is nobody in the team.'
              : `Nobody in the team is called “${typed.trim()}”.`}
          </p>
        )}
      </form>
    </Dialog>
  );
}

type PersonProps = { person: Assignable; chosen: boolean; onChoose: () => void };

function Person({ person, chosen, onChoose }: PersonProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={chosen || undefined}
        onClick={onChoose}
        className="flex h-9 w-full items-center gap-3 rounded-control px-2 text-left hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-11"
      >
        <span
          aria-hidden
          className="flex size-6 shrink-0 items-center justify-center rounded-full bg-sunken text-[10px] font-name text-muted inset-ring inset-ring-sunken-edge"
        >
          {initials(person.name)}
        </span>
        <span className="min-w-0 grow truncate">{choiceName(person)}</span>
        {chosen && <Check size={16} aria-hidden className="text-accent-text" />}
      </button>
    </li>
  );
}

const steps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

function subjectWords({ tasks: [first], count }: AssigneeQuestion): string {
  return count === 1 && first !== undefined ? taskSubject(first) : `${count.toLocaleString()} tasks`;
}
