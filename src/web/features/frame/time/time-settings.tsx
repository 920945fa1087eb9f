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
          <Style
            label="Dates"
            styles={dateStyles}
            chosen={dates}
            sample={(style) => dateIn(now, clock, style)}
            onChoose={(style) => choose('dates', style)}
          />
          <Style
            label="Hours"
            styles={hourStyles}
            chosen={hours}
            sample={(style) => timeWords(now, { zone: clock.zone, ...(style && { hours: style }) })}
            onChoose={(style) => choose('hours', style)}
          />
        </div>
        <p role="status" className="text-muted tabular">
          Now it is {momentInWords(now, clock)}.
        </p>
      </div>
    </Dialog>
  );
}

type StyleProps<Name extends string> = {
  label: string;
  styles: readonly Name[];
  chosen: Name | undefined;
  /** Now in that way of writing; without one as the browser writes it. */
  sample: (style?: Name) => string;
  /** Empty: as the browser writes it. */
  onChoose: (style: string) => void;
};

/** One way of writing among several, each shown by what it makes of now. */
function Style<Name extends string>({ label, styles, chosen, sample, onChoose }: StyleProps<Name>) {
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} value={chosen ?? ''} onChange={({ target }) => onChoose(target.value)}>
          <option value="">As this browser ({sample()})</option>
          {styles.map((style) => (
            <option key={style} value={style}>
              {sample(style)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** The date as that way of writing has it. */
function dateIn(now: Date, { zone }: Clock, dates?: Clock['dates']): string {
  return dayWords(now, 'day-of-year', { zone, ...(dates && { dates }) });
}
