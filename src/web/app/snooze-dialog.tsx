import { useEffect, useId, useState } from 'react';

import { dueBucket } from '#contract/dates';
import type { Due } from '#contract/dates';
import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { DueCalendar } from '../features/task-form/due/due-calendar';
import type { Clock } from '../tasks/clock/clock';
import { useClock } from '../tasks/clock/use-clock';
import { dueFromParts, tomorrowMorning, type DueParts } from '../tasks/due/due-parts';
import { dueText } from '../tasks/due/due-text';
import { loadDueReader, readTypedDue } from '../tasks/due/typed-due';
import { dueWords } from '../tasks/face/due-words';
import { taskSubject } from '../tasks/face/task-words';
import { snoozeQuestion, type SnoozeQuestion } from '../tasks/moves/snooze-question';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { Input } from '../ui/input';

type Props = { question: SnoozeQuestion };

/** Asks until when a task sleeps, in words or by a day of the calendar; closed without an answer, nothing is done. */
export function SnoozeDialog({ question }: Props) {
  const { task, count } = question;
  const clock = useClock();
  const formId = useId();
  const rule = vendorRules[task.vendor].due;
  const [value, setValue] = useState(() => startOf(task, clock));
  const [typed, setTyped] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<string>();
  useEffect(() => void loadDueReader().catch(() => {}), []);

  const become = (next: DueParts, text: string | null) => {
    setValue(next);
    setTyped(text);
    setComplaint(undefined);
  };
  const fit = (parts: DueParts) => (rule.kinds.includes('instant') ? parts : { ...parts, time: '' });
  const read = (text: string) => fit(readTypedDue(text, { rule, before: value, clock }));
  const until = dueOf(value, clock);
  const save = async () => {
    // What was typed before its reader was there is read now.
    await loadDueReader().catch(() => {});
    const meant = dueOf(value.unread === undefined ? value : read(value.unread), clock);
    const wrong = complaintAbout(meant, clock);
    if (meant === null || wrong !== undefined) setComplaint(wrong);
    else snoozeQuestion.answer(question, meant);
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={() => snoozeQuestion.answer(question, null)}
      title="Snooze until"
      description={count > 1 ? `${count.toLocaleString()} tasks` : taskSubject(task)}
      footer={
        <>
          <Button onClick={() => snoozeQuestion.answer(question, null)}>Cancel</Button>
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
          void save();
        }}
      >
        <Field
          label="Date"
          error={complaint}
          required
          hint={until === null ? undefined : fullWords(until, clock)}
        >
          {(described) => (
            <Input
              {...described}
              data-autofocus
              autoComplete="off"
              placeholder={rule.kinds.includes('instant') ? 'tomorrow 10am' : 'tomorrow'}
              value={typed ?? dueText(value, clock)}
              onChange={({ target }) => become(read(target.value), target.value)}
              onFocus={({ target }) => target.select()}
            />
          )}
        </Field>
        <div className="flex justify-center">
          <DueCalendar
            key={value.date}
            date={value.date}
            zone={clock.zone}
            autoFocus={false}
            onChoose={(date) => become(fit({ date, time: value.time || timeFor(task) }), null)}
          />
        </div>
      </form>
    </Dialog>
  );
}

function dueOf(value: DueParts, { zone }: Clock): Due | null {
  return value.unread === undefined ? dueFromParts(value, zone) : null;
}

/** Tomorrow, with a time where the vendor needs one or the task has one. */
function startOf(task: Task, { zone }: Clock): DueParts {
  return { ...tomorrowMorning(new Date(), zone), time: timeFor(task) };
}

function timeFor({ vendor, due }: Task): string {
  const { kinds } = vendorRules[vendor].due;
  const dated = !kinds.includes('instant') || (kinds.includes('date') && due?.kind === 'date');
  return dated ? '' : '09:00';
}

function fullWords(due: Due, clock: Clock): string {
  return dueWords(due, new Date(), clock).full;
}

function complaintAbout(until: Due | null, { zone }: Clock): string | undefined {
  if (until === null) return 'Type a date such as “fri 10:00”, or choose a day below.';
  const late = dueBucket(until, new Date(), zone) === 'overdue';
  return late ? `This is in the past. Choose a later ${until.kind === 'date' ? 'day' : 'time'}.` : undefined;
}
