import { zoneName } from '../../../tasks/clock/zone-name';

/** What is shown while nothing is searched, from west to east. */
const wellKnown = [
  'Pacific/Honolulu',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Athens',
  'Asia/Dubai',
  'Asia/Calcutta',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
];

/** More than anybody reads. */
const mostFound = 40;

/**
 * The zones that a typed text can mean, at most forty: a part of the name, or what the clocks are ahead of UTC now
 * ("+5:45", "utc-3"). Without a text some that many people live in.
 */
export function zonesFor(text: string, now: Date): string[] {
  const typed = plain(text);
  if (typed === '') return wellKnown;
  const all = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
  const offset = offsetOf(typed);
  const words = typed.split(/[\s/]+/);
  const fits = (zone: string) => {
    if (offset !== null) return offsetIn(zone, now) === offset;
    const known = `${plain(zoneName(zone))} ${plain(zone)}`;
    return words.every((word) => known.includes(word));
  };
  return all.filter(fits).slice(0, mostFound);
}

/** By how much the clocks of a zone are ahead of UTC: "UTC+1", "UTC−3:30", "UTC". */
export function offsetIn(zone: string, now: Date): string {
  const shape = { timeZone: zone, timeZoneName: 'shortOffset' } as const;
  const parts = new Intl.DateTimeFormat('en-US', shape).formatToParts(now);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return offset.replace('GMT', 'UTC').replace('-', '−').replace(/\+0$/, '');
}

function offsetOf(typed: string): string | null {
  const parts = /^(?:utc|gmt)?\s?([+−-])0?(\d{1,2})(?::?(00|15|30|45))?$/.exec(typed);
  if (parts === null) return null;
  const [, sign, hours, minutes = '00'] = parts;
  return `UTC${sign === '+' ? '+' : '−'}${hours}${minutes === '00' ? '' : `:${minutes}`}`;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll('_', ' ');
}
