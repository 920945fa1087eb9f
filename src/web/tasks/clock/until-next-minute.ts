const minuteMs = 60_000;
/** Not all pages ask in the same moment. */
export const apartMs = 250 + Math.random() * 2000;

/** For `refetchInterval`: asks anew shortly after each full minute, when what is due then has become due. */
export function untilNextMinute(): number {
  return minuteMs - (Date.now() % minuteMs) + apartMs;
}
