import { useEffect, useId, useState } from 'react';

import { dueBucket } from '#contract/dates';
import type { Due } from '#contract/dates';
import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { DueCalendar } from '../features/task-form/due/due-calendar';
import { dueFromParts, tomorrowMorning, type DueParts } from '../features/task-form/due/due-parts';
import { dueText } from '../features/task-form/due/due-text';
import { loadDueReader, readTypedDue } from '../features/task-form/due/typed-due';
import { dueWords } from '../tasks/face/due-words';
import { personName, taskTitle } from '../tasks/face/task-words';
import { answerSnooze, type SnoozeQuestion } from '../tasks/moves/snooze-question';
import { browserZone } from '../tasks/queries';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { Input } from '../ui/input';

type Props = { question: SnoozeQuestion };

/** Asks until when a task sleeps, in words or by a day of the calendar; closed without an answer, nothing is done. */
export function SnoozeDialog({ question }: Props) {
  const { task } = question;
  const formId = useId();
  const rule = vendorRules[task.vendor].due;
  const [value, setValue] = useState(() => startOf(task));
  const [typed, setTyped] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<string>();
  useEffect(() => void loadDueReader().catch(() => {}), []);

  const become = (next: DueParts, text: string | null) => {
    setValue(rule.kinds.includes('instant') ? next : { ...next, time: '' });
    setTyped(text);
    setComplaint(undefined);
  };
  const until = value.unread === undefined ? dueFromParts(value, browserZone) : null;
  const save = () => {
    const wrong = complaintAbout(until);
    if (until === null || wrong !== undefined) setComplaint(wrong);
    else answerSnooze(question, until);
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={() => answerSnooze(question, null)}
      title="Snooze until"
      description={[personName(task), taskTitle(task)].filter(Boolean).join(' · ')}
      footer={
        <>
          <Button onClick={() => answerSnooze(question, null)}>Cancel</Button>
          <Button type="submit" form={formId} look="primary">
            Snooze
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label="Date" error={complaint} required hint={until === null ? undefined : fullWords(until)}>
          {(described) => (
            <Input
              {...described}
              data-autofocus
              autoComplete="off"
              placeholder={rule.kinds.includes('instant') ? 'tomorrow 10am' : 'tomorrow'}
              value={typed ?? dueText(value)}
              onChange={({ target }) =>
                become(readTypedDue(target.value, { rule, before: value, zone: browserZone }), target.value)
              }
              onFocus={({ target }) => target.select()}
            />
          )}
        </Field>
        <div className="flex justify-center">
          <DueCalendar
            key={value.date}
            date={value.date}
            zone={browserZone}
            autoFocus={false}
            onChoose={(date) => become({ date, time: value.time || timeFor(task) }, null)}
          />
        </div>
      </form>
    </Dialog>
  );
}

/** Tomorrow, with a time where the vendor needs one or the task has one. */
function startOf(task: Task): DueParts {
  return { ...tomorrowMorning(new Date(), browserZone), time: timeFor(task) };
}

function timeFor({ vendor, due }: Task): string {
  const { kinds } = vendorRules[vendor].due;
  const dated = !kinds.includes('instant') || (kinds.includes('date') && due?.kind === 'date');
  return dated ? '' : '09:00';
}

function fullWords(due: Due): string {
  return dueWords(due, new Date(), browserZone).full;
}

function complaintAbout(until: Due | null): string | undefined {
  if (until === null) return 'Type a date such as “fri 10:00”, or choose a day below.';
  const late = dueBucket(until, new Date(), browserZone) === 'overdue';
  return late ? `This is in the past. Choose a later ${until.kind === 'date' ? 'day' : 'time'}.` : undefined;
}
