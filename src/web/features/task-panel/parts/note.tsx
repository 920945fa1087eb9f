import { clsx } from 'clsx';
import type { ReactNode } from 'react';

const tones = {
  calm: 'bg-accent-soft text-ink',
  wait: 'bg-today-soft text-today',
  bad: 'bg-overdue-soft text-overdue',
};

type Props = { icon: ReactNode; tone?: keyof typeof tones; action?: ReactNode; children: ReactNode };

/** A few words on a coloured ground, with what can be done about it. */
export function Note({ icon, tone = 'calm', action, children }: Props) {
  return (
    <div
      className={clsx('relative flex items-start gap-2 overflow-hidden rounded-card px-3 py-2', tones[tone])}
    >
      <span aria-hidden className="mt-0.5 shrink-0">
        {icon}
      </span>
      <div className="min-w-0 grow py-0.5 break-words">{children}</div>
      {action}
    </div>
  );
}
