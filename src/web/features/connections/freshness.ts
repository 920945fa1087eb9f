import type { Connection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';

export type Freshness = {
  /** "12 s ago", "syncing", "not synced yet". */
  words: string;
  tone: 'fresh' | 'busy' | 'stale' | 'trouble';
  /** What is wrong, in words; null when nothing is. */
  reason: string | null;
  /** The same in two words, for the rail: a strip over the board tells the whole of it. */
  short: string | null;
};

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A listing older than this is shown as old news. */
const staleMs = 5 * minuteMs;

const well = { reason: null, short: null };

/**
 * How old a connection's news is and why it is not newer; `now` in milliseconds. While the line to Outboard is down,
 * nothing of it is known.
 */
export function freshness(connection: Connection, now: number, lineDown = false): Freshness {
  const { lastSyncAt, syncing, trouble } = connection;
  if (lineDown) return { words: 'offline', tone: 'stale', ...well };
  const age = lastSyncAt === null ? null : Math.max(0, now - Date.parse(lastSyncAt));
  const words = age === null ? 'not synced yet' : ageWords(age);
  if (trouble !== null) {
    const withRetry = (told: string) =>
      [told, retryWords(connection, now)].filter((part) => part !== null).join(' ');
    const reason = withRetry(trouble.message);
    return { words, tone: 'trouble', reason, short: withRetry(shortWords[trouble.kind]) };
  }
  if (syncing) return { words: 'syncing', tone: 'busy', ...well };
  return { words, tone: age === null || age > staleMs ? 'stale' : 'fresh', ...well };
}

const shortWords = {
  auth: 'Key not accepted.',
  limited: 'Slowed down.',
  down: 'No answer.',
  refused: 'List not given.',
  unreadable: 'Answer not readable.',
} as const satisfies Record<NonNullable<Connection['trouble']>['kind'], string>;

/** When a vendor that is not called for a while is tried again: "Trying again in 40 s."; null while it is called as ever. */
function retryWords(
  { circuit, pausedUntil }: Pick<Connection, 'circuit' | 'pausedUntil'>,
  now: number,
): string | null {
  if (circuit === 'closed') return null;
  const left = pausedUntil === null ? 0 : Date.parse(pausedUntil) - now;
  return left <= 0 ? 'Trying again now.' : `Trying again in ${timeWords(left)}.`;
}

/** Whether a rep can have it tried at once; not where the vendor itself said when to come back. */
export function canTryNow({ circuit, trouble }: Pick<Connection, 'circuit' | 'trouble'>): boolean {
  return circuit === 'open' && trouble?.kind !== 'limited';
}

/** Rounded up, so that it never tells an end before it is there. */
function timeWords(left: number): string {
  if (left <= minuteMs) return `${Math.ceil(left / secondMs)} s`;
  return left <= hourMs ? `${Math.ceil(left / minuteMs)} min` : `${Math.ceil(left / hourMs)} h`;
}

function ageWords(age: number): string {
  if (age < minuteMs) return `${Math.floor(age / secondMs)} s ago`;
  if (age < hourMs) return `${Math.floor(age / minuteMs)} min ago`;
  return age < dayMs ? `${Math.floor(age / hourMs)} h ago` : `${Math.floor(age / dayMs)} d ago`;
}

/** "74 of 100 calls left today", where the vendor's plan counts the day; null where none does. */
export function budgetWords({ vendor, plan, callsLeftToday }: Connection): string | null {
  if (callsLeftToday === null) return null;
  const { plans } = vendorRules[vendor];
  const known = plans.find(({ value }) => value === plan) ?? plans[0];
  const left = callsLeftToday.toLocaleString();
  return known === undefined
    ? `${left} calls left today`
    : `${left} of ${known.callsPerDay.toLocaleString()} calls left today`;
}
