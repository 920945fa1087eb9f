import { useEffect, useEffectEvent } from 'react';

import type { CommandKind } from '#contract/command';
import type { Task } from '#contract/task';

/** A command, undo, retry or dismissal that Outboard did not accept for some tasks; the others went through. */
export interface Refusal {
  commandId: string;
  kind: CommandKind | 'undo' | 'retry' | 'dismiss';
  /** In words for a person; the first one where the tasks differ. */
  message: string;
  tasks: { task: Task | null; taskId: string; message: string }[];
}

export type OnRefused = (refusal: Refusal) => void;

const listeners = new Set<OnRefused>();

/** Tells a refusal to whoever asked for it at the call, else to the page. */
export function tellRefusal(refusal: Refusal, onRefused?: OnRefused): void {
  if (onRefused) onRefused(refusal);
  else for (const listener of listeners) listener(refusal);
}

/** Hears of the refusals that no caller took itself; mounted once, where the toasts are. */
export function useRefusals(onRefused: OnRefused): void {
  const hear = useEffectEvent(onRefused);
  useEffect(() => {
    const listener: OnRefused = (refusal) => hear(refusal);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
}
