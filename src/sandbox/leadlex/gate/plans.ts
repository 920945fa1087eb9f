/** Calls that a plan allows in a day and in a minute (LeadLex docs, Rate limits). */
export const plans = {
  starter: { day: 100, minute: 10 },
  pro: { day: 1000, minute: 50 },
  org: { day: 10_000, minute: 200 },
} as const;
export type Plan = keyof typeof plans;
