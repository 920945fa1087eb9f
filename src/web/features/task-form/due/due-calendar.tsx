import { useState } from 'react';
import { DayPicker } from 'react-day-picker';

import { dateIn } from '#contract/dates';

type Props = {
  /** YYYY-MM-DD, empty for none. */
  date: string;
  zone: string;
  onChoose: (date: string) => void;
  /** Takes the focus when it is opened. */
  autoFocus?: boolean;
};

/** A month at a time; the days are calendar dates and no moments, so that no zone moves them. */
export function DueCalendar({ date, zone, onChoose, autoFocus = true }: Props) {
  const [today] = useState(() => dayOf(dateIn(zone, new Date())) ?? new Date());
  const chosen = dayOf(date);
  return (
    <DayPicker
      mode="single"
      // The popover has just been opened for this, and closes back to its button.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={autoFocus}
      required
      showOutsideDays
      weekStartsOn={1}
      today={today}
      selected={chosen}
      defaultMonth={chosen ?? today}
      onSelect={(day) => onChoose(textOf(day))}
      classNames={classNames}
    />
  );
}

const button =
  'flex size-8 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-ink pointer-coarse:size-11';

const classNames = {
  months: 'relative',
  month_caption: 'flex h-8 items-center px-2 font-name pointer-coarse:h-11',
  nav: 'absolute top-0 right-0 flex',
  button_previous: button,
  button_next: button,
  chevron: 'size-4 fill-current',
  month_grid: 'mt-1 tabular',
  weekday:
    'size-8 text-meta font-normal text-muted pointer-coarse:size-11 max-[22.5rem]:pointer-coarse:!w-10',
  day: 'p-0 text-center',
  day_button:
    'size-8 rounded-control text-body hover:bg-hover [[data-selected]_&]:bg-accent [[data-selected]_&]:text-on-accent pointer-coarse:size-11 max-[22.5rem]:pointer-coarse:!w-10',
  outside: 'text-muted',
  today: 'font-name text-accent-text underline underline-offset-4',
};

function dayOf(date: string): Date | undefined {
  const [year, month, day] = date.split('-').map(Number);
  return year === undefined || month === undefined || day === undefined || Number.isNaN(year + month + day)
    ? undefined
    : new Date(year, month - 1, day);
}

function textOf(day: Date): string {
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
