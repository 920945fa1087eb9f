import {
  chooseClock,
  clockChoice,
  dateStyles,
  hourStyles,
  type Clock,
  type ClockChoice,
} from '../../../tasks/clock/clock';
import { dayWords, momentInWords, timeWords } from '../../../tasks/clock/clock-words';
import { useClock } from '../../../tasks/clock/use-clock';
import { useNow } from '../../../tasks/use-now';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Field, FieldGroup } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { ZonePicker } from './zone-picker';

/** In which zone the days begin, and how dates and times are written; each choice holds at once. */
export function TimeSettings({ onClose }: { onClose: () => void }) {
  const clock = useClock();
  const { zone, dates, hours } = clockChoice();
  const now = new Date(useNow(60_000));
  const choose = (part: keyof ClockChoice, value: string | null) => {
    const { [part]: _, ...others } = clockChoice();
    chooseClock(value === null || value === '' ? others : { ...others, [part]: value });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Time and dates"
      description="This browser keeps it. The day begins and ends in the zone that you choose; tasks keep their date or their moment."
      footer={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <FieldGroup label="Time zone">
          <ZonePicker chosen={zone ?? null} onChoose={(next) => choose('zone', next)} />
        </FieldGroup>
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <Field label="Dates">
            {(control) => (
              <Select
                {...control}
                value={dates ?? ''}
                onChange={({ target }) => choose('dates', target.value)}
              >
                <option value="">As this browser ({dateIn(now, clock)})</option>
                {dateStyles.map((style) => (
                  <option key={style} value={style}>
                    {dateIn(now, clock, style)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Hours">
            {(control) => (
              <Select
                {...control}
                value={hours ?? ''}
                onChange={({ target }) => choose('hours', target.value)}
              >
                <option value="">As this browser ({timeWords(now, { zone: clock.zone })})</option>
                {hourStyles.map((style) => (
                  <option key={style} value={style}>
                    {timeWords(now, { zone: clock.zone, hours: style })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <p role="status" className="text-muted tabular">
          Now it is {momentInWords(now, clock)}.
        </p>
      </div>
    </Dialog>
  );
}

/** The date as that way of writing has it. */
function dateIn(now: Date, { zone }: Clock, dates?: Clock['dates']): string {
  return dayWords(now, 'day-of-year', { zone, ...(dates && { dates }) });
}
