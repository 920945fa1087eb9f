import { useEffect, useEffectEvent, useLayoutEffect } from 'react';

import type { FocusProps } from '../../features/focus/focus-props';
import { FocusQueue } from '../../features/focus/focus-queue';
import type { TaskFormRequest } from '../../features/task-form/values/form-plan';
import { FocusDetails } from './focus-details';

type Props = Omit<FocusProps, 'renderDetails' | 'onFollowUp'> & {
  onForm: (request: TaskFormRequest) => void;
  /** Whether it stands over the board. */
  onCover: (covers: boolean) => void;
  /** Gives the focus back to the board. */
  onGone: (lastTask: string) => void;
};

/** The focus queue with the parts of other features that it shows. */
export function FocusWindow({ onForm, onCover, onGone, ...focus }: Props) {
  useLayoutEffect(() => {
    onCover(true);
    return () => onCover(false);
  }, [onCover]);
  const leave = useEffectEvent(() => onGone(focus.wanted));
  // When the board can take the focus again.
  useEffect(() => () => leave(), []);
  return (
    <FocusQueue
      {...focus}
      onFollowUp={(task) => onForm({ kind: 'create', followUp: task })}
      renderDetails={(task) => (
        <FocusDetails task={task} onAmend={(one, command) => onForm({ kind: 'amend', task: one, command })} />
      )}
    />
  );
}
