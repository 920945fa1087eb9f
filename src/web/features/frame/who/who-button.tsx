import { UserRound } from 'lucide-react';
import { useState } from 'react';

import { initials } from '../../../tasks/face/task-words';
import { useRep } from '../../../tasks/use-rep';
import { IconButton } from '../../../ui/button';
import { lazyPart } from '../../../ui/lazy-part';

const WhoDialog = lazyPart(async () => (await import('./who-dialog')).WhoDialog);

/** Who uses this browser; a press lets them say it. */
export function WhoButton() {
  const [rep] = useRep();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        label={rep === null ? 'Say who you are' : `You are ${rep.name}`}
        icon={
          rep === null ? (
            <UserRound size={16} />
          ) : (
            <span
              aria-hidden
              className="flex size-6 items-center justify-center rounded-full bg-accent-soft text-[10px] font-name text-accent-text"
            >
              {initials(rep.name) || '·'}
            </span>
          )
        }
        onClick={() => setOpen(true)}
      />
      {open && <WhoDialog onClose={() => setOpen(false)} />}
    </>
  );
}
