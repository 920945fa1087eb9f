const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How long ago a moment was ("3 min ago", "Tue 14:00"), and its whole date, in the reader's zone and format. */
export function momentWords(at: Date, now: Date, zone: string): { short: string; full: string } {
  const full = new Intl.DateTimeFormat(undefined, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: zone,
  }).format(at);
  const ago = now.getTime() - at.getTime();
  if (ago < minuteMs) return { short: 'just now', full };
  if (ago < hourMs) return { short: `${Math.floor(ago / minuteMs)} min ago`, full };
  if (ago < 24 * hourMs) return { short: `${Math.floor(ago / hourMs)} h ago`, full };
  const day =
    ago < 7 * 24 * hourMs
      ? ({ weekday: 'short' } as const)
      : ({ day: 'numeric', month: 'short', year: 'numeric' } as const);
  const time = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const;
  const words = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(undefined, options).format(at);
  return { short: `${words({ ...day, timeZone: zone })} ${words(time)}`, full };
}
