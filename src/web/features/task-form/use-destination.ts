import { useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';

import type { Connection } from '#contract/connection';

import { uploads } from '../../tasks/uploads/use-uploads';
import { readLastUsed } from './remembered/last-used';
import { moveTo } from './values/change-connection';
import type { Saving } from './values/form-schema';
import { takesMedia } from './values/form-values';
import type { TaskFormValues } from './values/form-values';

type Form = UseFormReturn<TaskFormValues, unknown, Saving>;
type Destination = { connectionId: string; type: string };

/** Where the task goes and as what; a choice that would take attached files and links away is asked about first. */
export function useDestination(
  { control, getValues, setValue, clearErrors }: Form,
  connections: readonly Connection[],
  zone: string,
) {
  const [connectionId, type] = useWatch({ control, name: ['connectionId', 'type'] });
  const [pending, setPending] = useState<Destination | null>(null);
  // Records and types belong to their connection; they are there again when the rep comes back to it.
  const chosenAt = useRef(new Map<string, Pick<TaskFormValues, 'parents' | 'type'>>());
  const connectionOf = (id: string) => connections.find((candidate) => candidate.id === id);

  const moved = (id: string) => {
    const to = connectionOf(id);
    const lastTime = readLastUsed().byConnection[id];
    const before = chosenAt.current.get(id)?.type;
    const last = before === undefined ? lastTime : { ...lastTime, type: before };
    const from = connectionOf(getValues('connectionId'));
    return to === undefined ? null : moveTo(to, { values: getValues(), from, last, now: new Date(), zone });
  };
  const go = (next: Destination) => {
    const changes = next.connectionId === getValues('connectionId') ? null : moved(next.connectionId);
    if (changes !== null) {
      const { priority, assigneeId, due } = changes;
      chosenAt.current.set(getValues('connectionId'), getValues());
      // What was wrong for the one vendor need not be for the other.
      clearErrors();
      setValue('connectionId', next.connectionId, { shouldValidate: true });
      setValue('assigneeId', assigneeId);
      setValue('priority', priority);
      setValue('due', due);
      setValue('parents', chosenAt.current.get(next.connectionId)?.parents ?? []);
    }
    setValue('type', next.type, { shouldValidate: true });
  };
  const consider = (next: Destination) => {
    const vendor = connectionOf(next.connectionId)?.vendor;
    const attached = getValues('media').some(({ url }) => url.trim() !== '');
    if (attached && vendor !== undefined && !takesMedia(vendor, next.type)) setPending(next);
    else go(next);
  };

  return {
    connection: connectionOf(connectionId),
    type,
    chooseType: (next: string) => consider({ connectionId, type: next }),
    chooseConnection: (id: string) => {
      const changes = moved(id);
      if (changes !== null) consider({ connectionId: id, type: changes.type });
    },
    /** What is changed by the choice that waits for an answer. */
    asking: pending && (pending.connectionId === connectionId ? ('type' as const) : ('tool' as const)),
    keep: () => setPending(null),
    dropMedia: () => {
      if (pending !== null) go(pending);
      for (const { url } of getValues('media')) uploads.forget(url);
      setValue('media', []);
      setPending(null);
    },
  };
}
