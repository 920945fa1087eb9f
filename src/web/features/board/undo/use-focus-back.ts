import { useEffectEvent, useLayoutEffect } from 'react';

import { useLedger } from '../../../tasks/ledger/ledger';

/** Gives the focus to a card that an undo brings back, where none is known to one that can be reached by Tab, unless the focus is somewhere that the rep may want to keep. */
export function useFocusBack(onBack: (taskId: string) => void): void {
  const { inFlight, asked } = useLedger();
  const back = inFlight.findLast(({ undo }) => undo);
  const pass = useEffectEvent(() => {
    const [task] = back?.tasks ?? [];
    if (task && isFocusFree()) onBack(task.id);
  });
  const id = back?.commandId;
  useLayoutEffect(() => {
    if (id !== undefined) pass();
  }, [id]);
  const last = asked.at(-1);
  const unknown = last?.commands.length === 0 ? last.commandId : undefined;
  const passOn = useEffectEvent(() => {
    const stop = document.querySelector('[data-column] [data-task-id][tabindex="0"]');
    const taskId = stop?.getAttribute('data-task-id');
    if (taskId && isFocusFree()) onBack(taskId);
  });
  useLayoutEffect(() => {
    if (unknown !== undefined) passOn();
  }, [unknown]);
}

function isFocusFree(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement.matches('body, [data-column] h2');
}
