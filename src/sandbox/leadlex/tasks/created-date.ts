import { z } from 'zod';

const DAY = 86_400_000;
const YEARS_BACK = 5;
const timestamp = z.iso.datetime({ offset: true });

/** The text as sent where it is a timestamp within the last 5 years and at most 24 h ahead; undefined otherwise. */
export function acceptedCreatedDate(sent: unknown, now: Date): string | undefined {
  const { success, data } = timestamp.safeParse(sent);
  if (!success) return undefined;
  const earliest = new Date(now);
  earliest.setUTCFullYear(now.getUTCFullYear() - YEARS_BACK);
  const moment = Date.parse(data);
  return moment >= earliest.getTime() && moment <= now.getTime() + DAY ? data : undefined;
}
