import { useQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';

import { Notice } from '../features/frame/notices';
import { faultsOn, onWords, practiceQuery } from '../tasks/practice/practice-faults';
import { connectionQueries } from '../tasks/queries';
import { Button } from '../ui/button';

/** On a phone, where the rail that says so is away: that faults are on, so that nobody forgets them. */
export function PracticeNotice({ onOpen }: { onOpen: () => void }) {
  const { data: connections = [] } = useQuery(connectionQueries.list());
  const practising = connections.some(({ sandbox }) => sandbox);
  const { data: teams = [] } = useQuery({ ...practiceQuery(), enabled: practising });
  const count = faultsOn(teams);
  if (count === 0) return null;
  return (
    <div className="sm:hidden">
      <Notice
        spoken={`${onWords(count)} for practice`}
        icon={<FlaskConical size={16} aria-hidden className="shrink-0" />}
        action={
          <Button look="ghost" size="small" className="!text-today underline" onClick={onOpen}>
            Practice faults
          </Button>
        }
      >
        {onWords(count)} for practice
      </Notice>
    </div>
  );
}
