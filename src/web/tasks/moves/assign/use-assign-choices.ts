import { useQuery } from '@tanstack/react-query';

import { vendorRules } from '#contract/vendors';

import { connectionQueries } from '../../queries';
import { useRep } from '../../use-rep';
import { assignChoices } from './assign-choices';
import type { Assignable } from './assignables';
import { recentPeople } from './recent-people';

/** Who the tasks of these connections can be given to, likeliest first; nobody where the tools know no such change. */
export function useAssignChoices(connectionIds: readonly string[]): readonly Assignable[] {
  const { data: connections = [] } = useQuery(connectionQueries.list());
  const [rep] = useRep();
  const teams = connections.filter(
    ({ id, vendor }) => connectionIds.includes(id) && vendorRules[vendor].edit.includes('assigneeId'),
  );
  return assignChoices(teams, rep, recentPeople());
}
