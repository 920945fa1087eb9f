import { useEffect, useRef } from 'react';

import { useClock } from '../../tasks/clock/use-clock';
import { mostOverdue } from '../../tasks/stats/overdue-query';
import { Field, FieldGroup } from '../../ui/field';
import { Input } from '../../ui/input';
import { DayList } from './day-list';
import { workingDays, type SpreadDay, type WorkingDay } from './spread';
import { planWords, weekdayNames } from './spread-words';
import { mostPerDay, type Plan } from './use-plan';

type Props = {
  id: string;
  plan: Plan;
  /** How many tasks there are. */
  count: number;
  disabled: boolean;
  onPlan: (days: SpreadDay[]) => void;
};

/** How many a day and on which days, with what each day would get. */
export function PlanForm({ id, plan, count, disabled, onPlan }: Props) {
  const { typed, isNumber, onType, weekdays, onToggle, days } = plan;
  const clock = useClock();
  // The dialog stands before its tasks are read: what takes its focus first is the button that closes it.
  const number = useRef<HTMLInputElement>(null);
  useEffect(() => number.current?.focus(), []);
  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (days.length > 0 && !disabled) onPlan(days);
      }}
    >
      <fieldset disabled={disabled} className="flex flex-wrap gap-x-6 gap-y-4">
        <div className="w-28">
          <Field
            label="Tasks a day"
            error={isNumber ? undefined : `Give a number from 1 to ${mostPerDay.toLocaleString()}.`}
          >
            {(control) => (
              <Input
                {...control}
                ref={number}
                inputMode="numeric"
                autoComplete="off"
                className="tabular"
                value={typed}
                onChange={({ target }) => onType(target.value)}
                onFocus={({ target }) => target.select()}
              />
            )}
          </Field>
        </div>
        <FieldGroup label="On" error={weekdays.length === 0 ? 'Choose at least one day.' : undefined}>
          <div className="flex flex-wrap gap-x-4">
            {workingDays.map((day) => (
              <Weekday
                key={day}
                day={day}
                checked={weekdays.includes(day)}
                onChange={(on) => onToggle(day, on)}
              />
            ))}
          </div>
        </FieldGroup>
      </fieldset>
      <p role="status" className="text-muted tabular">
        {days.length > 0 && `${planWords(days, clock)}.`}
        {count === mostOverdue && ' There are more; spread the others after these.'}
      </p>
      <DayList days={days} />
    </form>
  );
}

type WeekdayProps = { day: WorkingDay; checked: boolean; onChange: (on: boolean) => void };

function Weekday({ day, checked, onChange }: WeekdayProps) {
  const { short, long } = weekdayNames(day);
  return (
    <label className="flex min-h-8 items-center gap-1.5 pointer-coarse:min-h-11">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        aria-label={long}
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {short}
    </label>
  );
}
