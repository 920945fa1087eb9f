import { useEffect, useEffectEvent } from 'react';

import type { Step } from '../steps/steps';

type OnUndone = (step: Step) => void;

const listeners = new Set<OnUndone>();

/** Tells that the server has taken a step back, wherever that was asked for. */
export function tellUndone(step: Step): void {
  for (const listener of listeners) listener(step);
}

/** Hears of the steps taken back whose caller did not want to hear of it; mounted once, where it is spoken. */
export function useUndone(onUndone: OnUndone): void {
  const hear = useEffectEvent(onUndone);
  useEffect(() => {
    const listener: OnUndone = (step) => hear(step);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
}
