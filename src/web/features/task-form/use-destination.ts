import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';

import type { Connection } from '#contract/connection';

import type { Saving } from './values/form-schema';
import { startingAssignee, startingPriority, startingType, takesMedia } from './values/form-values';
import type { TaskFormValues } from './values/form-values';

type Form = UseFormReturn<TaskFormValues, unknown, Saving>;
type Destination = { connectionId: string; type: string };

/** Where the task goes and as what; a choice that would take attached links away is asked about first. */
export function useDestination({ control, getValues, setValue }: Form, connections: readonly Connection[]) {
  const [connectionId, type] = useWatch({ control, name: ['connectionId', 'type'] });
  const [pending, setPending] = useState<Destination | null>(null);
  const connectionOf = (id: string) => connections.find((candidate) => candidate.id === id);

  const go = (next: Destination) => {
    if (next.connectionId !== getValues('connectionId')) {
      const { vendor } = connectionOf(next.connectionId) ?? {};
      setValue('connectionId', next.connectionId, { shouldValidate: true });
      setValue('assigneeId', startingAssignee(connectionOf(next.connectionId), undefined));
      setValue('priority', startingPriority(vendor, getValues('priority')));
      setValue('parents', []);
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
      const vendor = connectionOf(id)?.vendor;
      if (vendor !== undefined) consider({ connectionId: id, type: startingType(vendor, type) });
    },
    asking: pending !== null,
    keep: () => setPending(null),
    dropMedia: () => {
      if (pending !== null) go(pending);
      setValue('media', []);
      setPending(null);
    },
  };
}
