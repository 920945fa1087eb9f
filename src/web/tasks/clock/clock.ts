import { timeZone } from '#contract/dates';

import { followKept, keepText, keptText } from '../../ui/kept/memory';

/** In which order a date is written; what is left out is as the browser has it. */
export const dateStyles = ['day-month', 'month-day', 'iso'] as const;
export type DateStyle = (typeof dateStyles)[number];
export const hourStyles = ['24', '12'] as const;
export type HourStyle = (typeof hourStyles)[number];

/** What a rep chose about time; whatever is left out is as this computer and this browser have it. */
export type ClockChoice = { zone?: string; dates?: DateStyle; hours?: HourStyle };

/** How times are read and written: the zone, an IANA name, and the rep's way of writing them. */
export type Clock = ClockChoice & {
  zone: string;
  /** The zone is not the computer's own, so that a whole date names it. */
  elsewhere?: boolean;
};

const place = 'outboard.clock';

let known: { kept: string | null; own: string; clock: Clock } | null = null;
let own = readOwnZone();
// Whoever comes back to the page may have travelled meanwhile.
globalThis.window?.addEventListener('focus', () => (own = readOwnZone()));

/** The clock of this moment; the same object until the rep chooses otherwise. Components ask `useClock`. */
export function currentClock(): Clock {
  const kept = keptText(place);
  if (known?.kept !== kept || known.own !== own) {
    const choice = choiceFrom(kept);
    const zone = choice.zone ?? own;
    known = { kept, own, clock: { ...choice, zone, elsewhere: zone !== own } };
  }
  return known.clock;
}

/** The rep's zone of this moment, an IANA name. Components ask `useZone`. */
export function currentZone(): string {
  return currentClock().zone;
}

/** The zone of the computer itself. */
export function ownZone(): string {
  return own;
}

export function clockChoice(): ClockChoice {
  return choiceFrom(keptText(place));
}

/** Keeps the choice in this browser; all its pages follow. */
export function chooseClock(choice: ClockChoice): void {
  keepText(place, Object.keys(choice).length === 0 ? null : JSON.stringify(choice));
}

export function subscribeToClock(listener: () => void): () => void {
  const unfollow = followKept(place, listener);
  window.addEventListener('focus', listener);
  return () => {
    unfollow();
    window.removeEventListener('focus', listener);
  };
}

function readOwnZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** What cannot be followed counts as not chosen. */
function choiceFrom(kept: string | null): ClockChoice {
  const { zone, dates, hours } = partsOf(kept);
  const style = dateStyles.find((one) => one === dates);
  const hour = hourStyles.find((one) => one === hours);
  return {
    ...(timeZone.safeParse(zone).success && { zone: String(zone) }),
    ...(style && { dates: style }),
    ...(hour && { hours: hour }),
  };
}

function partsOf(kept: string | null): Record<string, unknown> {
  try {
    return { ...(JSON.parse(kept ?? '{}') as object) };
  } catch {
    return {};
  }
}
