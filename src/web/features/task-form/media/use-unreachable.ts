import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';

import { vendorRules } from '#contract/vendors';

import { connectionQueries } from '../../../tasks/queries';
import type { TaskFormControl } from '../fields/field-error';

/** Why the vendor cannot fetch uploads from here, in words; null when it can. */
export function useUnreachable(control: TaskFormControl): string | null {
  const connectionId = useWatch({ control, name: 'connectionId' });
  const { data: connections } = useQuery(connectionQueries.list());
  const connection = connections?.find(({ id }) => id === connectionId);
  if (connection === undefined || connection.mediaReachable) return null;
  return `${vendorRules[connection.vendor].label} cannot fetch files from this computer, because Outboard has no public address (PUBLIC_URL). Give public https links instead.`;
}
