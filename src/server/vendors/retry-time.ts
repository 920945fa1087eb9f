const longestWaitMs = 24 * 60 * 60 * 1000;

/**
 * When a throttled caller may come back, from `Retry-After` (seconds or a date) or else `X-RateLimit-Reset` (seconds to
 * wait, epoch seconds, or a date text such as lemlist's `Tue Feb 16 2021 09:02:42 GMT+0100 (…)`). Null when neither can
 * be read; never in the past, never more than a day ahead. lemlist sends both with every answer, so ask only after a refusal.
 */
export function retryTime(headers: Headers, now: Date): Date | null {
  const at = momentOf(headers.get('retry-after'), now) ?? momentOf(headers.get('x-ratelimit-reset'), now);
  if (at === null) return null;
  return new Date(Math.min(Math.max(at, now.getTime()), now.getTime() + longestWaitMs));
}

function momentOf(text: string | null, now: Date): number | null {
  const value = text?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return momentOfNumber(Number(value), now);
  const parsed = /[a-z]|\d-\d/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(parsed) ? null : parsed;
}

function momentOfNumber(value: number, now: Date): number {
  if (value >= 1e12) return value;
  return value >= 1e9 ? value * 1000 : now.getTime() + value * 1000;
}
