import type { DueParts } from './due-parts';

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A due as the field's text, in words that it reads back: "Tue 24 Nov 2026, 09:00". */
export function dueText({ date, time, unread }: DueParts): string {
  if (unread !== undefined) return unread;
  const noon = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return '';
  const words = day.format(noon).replace(',', '');
  return time === '' ? words : `${words}, ${time}`;
}
