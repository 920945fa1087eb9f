import type { RecentStep, StepTask } from '#contract/recent';

/** A task that did not go through: `board`, Outboard did not take it; `vendor`, the vendor did not. */
export type Failure = { task: StepTask; why: string; at: 'board' | 'vendor' };

type Stand = {
  /** Null while there is nothing to tell: everything is still held, or nothing has been heard. */
  words: string | null;
  /** What is said aloud: the end alone, since the steps before it would not stop. */
  spoken: string | null;
  /** Nothing more will change by itself. */
  over: boolean;
  /** All of it was taken back. */
  undone: boolean;
  failures: readonly Failure[];
  /** Failures beyond those that are named. */
  unlisted: number;
};

/** Where what was done to many stands: "37 of 214 sent", and what failed. */
export function stand(step: RecentStep | null, refused: readonly { task: StepTask; why: string }[]): Stand {
  const { held = 0, sending = 0, sent = 0, failed = 0, uncertain = 0, cancelled = 0 } = step?.states ?? {};
  const atVendor = (step?.tasks ?? [])
    .filter(({ state }) => state === 'failed')
    .map(({ task, failure }) => ({ task, why: failure ?? '', at: 'vendor' as const }));
  const failures = [...refused.map((one) => ({ ...one, at: 'board' as const })), ...atVendor];
  const total = held + sending + sent + failed + uncertain;
  const bad = refused.length + failed;
  const over = (step !== null || refused.length > 0) && held + sending + uncertain === 0;
  const whole = total + refused.length;
  const begun = sent + failed + sending + uncertain > 0;
  const parts = [
    ...(step === null ? [`0 of ${whole.toLocaleString()} sent`] : sentParts(step, sent, whole)),
    uncertain > 0 && `${uncertain.toLocaleString()} being checked`,
    bad > 0 && `${bad.toLocaleString()} not done`,
  ].filter((part) => part !== false);
  const words = (begun || bad > 0) && whole > 0 ? `${parts.join(', ')}.` : null;
  return {
    words,
    spoken: over && cancelled === 0 && total > 0 ? `${parts.join(', ')}.` : null,
    over,
    undone: over && total === 0,
    failures,
    unlisted: bad - failures.length,
  };
}

/** What is kept on this board alone is sent nowhere; where it is not known of each, all of it is called done. */
function sentParts({ kind, tasks, states }: RecentStep, sent: number, whole: number): string[] {
  const all = Object.values(states).reduce((sum, count) => sum + count, 0);
  const closes = kind === 'complete' || kind === 'ignore';
  const here = tasks.filter(({ task, state }) => closes && task.boardOnly && state !== 'cancelled');
  const kept = here.filter(({ state }) => state === 'sent').length;
  const unsure = kind === 'reopen' || (tasks.length < all && (kind === 'ignore' || here.length > 0));
  if (unsure) return [`${sent.toLocaleString()} of ${whole.toLocaleString()} done`];
  const away = whole - here.length;
  const parts = [`${(sent - kept).toLocaleString()} of ${away.toLocaleString()} sent`];
  return [...(away > 0 ? parts : []), ...(kept > 0 ? [`${kept} kept on this board only`] : [])];
}
