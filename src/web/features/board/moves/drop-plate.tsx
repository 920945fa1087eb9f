import { clsx } from 'clsx';
import { useRef, type ReactNode } from 'react';

import { useZone } from '../../../tasks/clock/use-clock';
import type { MoveTarget } from '../../../tasks/moves/moves';
import { landingFor, type Drag } from './drag';
import { useDropTarget } from './use-drop-target';
import { useHovered } from './use-hovered';

type Props = {
  drag: Drag;
  target: MoveTarget;
  icon: ReactNode;
  label: string;
  /** A word more: until when, or what is done. */
  detail?: string | null;
};

/** One place to drop cards on, always as high; over it stands why it refuses them, or why it is not for all of them. */
export function DropPlate({ drag, target, icon, label, detail = null }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const over = useDropTarget(element, target);
  const landing = landingFor(drag, target, over, useZone());
  const taken = landing.kind === 'open' || landing.kind === 'over' ? landing : null;
  const refusal = landing.kind === 'refusing' ? landing.reason : null;
  const words = refusal === null ? (taken?.some ?? detail) : noneWords(drag);
  const why = useHovered(element) ? (refusal ?? taken?.note ?? null) : null;
  return (
    <div
      ref={element}
      data-place={target.kind}
      className={clsx(
        'flex h-14 min-w-0 grow basis-0 flex-col items-center justify-center gap-0.5 rounded-card border bg-raised px-1 py-1 text-center shadow-float transition-colors sm:px-2',
        landing.kind === 'over' && 'border-accent !bg-accent-soft text-accent-text',
        landing.kind === 'open' && 'border-edge',
        (landing.kind === 'refusing' || landing.kind === 'idle') && 'border-dashed border-edge text-muted',
      )}
    >
      <span className="flex max-w-full items-center gap-1.5 font-medium sm:gap-2">
        {icon}
        <span className="truncate">{label}</span>
      </span>
      {words !== null && (
        <span className={clsx('max-w-full truncate text-meta', landing.kind !== 'over' && 'text-muted')}>
          {words}
        </span>
      )}
      {why !== null && (
        <p className="absolute inset-x-3 bottom-full rounded-card border border-edge bg-raised px-3 py-2 text-balance text-ink shadow-float">
          {why}
        </p>
      )}
    </div>
  );
}

function noneWords(drag: Drag): string {
  return drag.kind === 'lifted' && drag.count > 1
    ? `For none of ${drag.count.toLocaleString()}`
    : 'Not for this task';
}
