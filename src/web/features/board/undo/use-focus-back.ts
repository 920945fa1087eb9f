import { useEffectEvent, useLayoutEffect } from 'react';

import { useLedger } from '../../../tasks/ledger/ledger';

/** Gives the focus to a card that an undo brings back, unless the focus is somewhere that the rep may want to keep. */
export function useFocusBack(onBack: (taskId: string) => void): void {
  const { inFlight } = useLedger();
  const back = inFlight.findLast(({ undo }) => undo);
  const pass = useEffectEvent(() => {
    const [task] = back?.tasks ?? [];
    if (task && isFocusFree()) onBack(task.id);
  });
  const id = back?.commandId;
  useLayoutEffect(() => {
    if (id !== undefined) pass();
  }, [id]);
}

function isFocusFree(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement.matches('body, [data-column] h2');
}
