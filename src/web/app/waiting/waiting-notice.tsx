import { CloudAlert, WifiOff } from 'lucide-react';
import { useState, type ReactNode } from 'react';

import { Notice } from '../../features/frame/notices';
import { useClock } from '../../tasks/clock/use-clock';
import type { Waiting } from '../../tasks/ledger/outbox/outbox';
import type { BoardAge } from '../../tasks/live/board-age';
import { useBoardAge } from '../../tasks/live/board-age';
import { useNow } from '../../tasks/use-now';
import { useWaiting } from '../../tasks/use-waiting';
import { Button } from '../../ui/button';
import { LazyPart, WaitingDialog } from '../lazy-parts';
import { ageWords, troubleWords, waitWords } from './waiting-words';

/** What a quick answer may take before it is told that the board still catches up. */
const patienceMs = 1500;

/** That the board may be old, and what the server has not taken; the list of it is one press away. */
export function WaitingNotice() {
  const { waiting } = useWaiting();
  const [open, setOpen] = useState(false);
  const troubled = waiting.filter((one) => troubleWords(one) !== null);
  const show = (
    <Button look="ghost" size="small" className="!text-today underline" onClick={() => setOpen(true)}>
      Show {waiting.length === 1 ? 'it' : 'them'}
    </Button>
  );
  return (
    <>
      <AgeNotice waiting={waiting} action={waiting.length > 0 && show} />
      <TroubleNotice troubled={troubled} action={show} />
      <LazyPart>{open && <WaitingDialog onClose={() => setOpen(false)} />}</LazyPart>
    </>
  );
}

type NoticeProps = { action: ReactNode };

function AgeNotice(props: NoticeProps & { waiting: readonly Waiting[] }) {
  const age = useBoardAge();
  return age === null ? null : <Aged key={age.why} {...props} age={age} />;
}

function Aged({ age, waiting, action }: NoticeProps & { age: BoardAge; waiting: readonly Waiting[] }) {
  const now = useNow();
  const clock = useClock();
  const [since] = useState(now);
  const offline = age.why === 'offline';
  if (!offline && now - since < patienceMs) return null;
  const sendable = waiting.filter(({ entry }) => entry !== null && entry.refused === null);
  const waits =
    sendable.length > 0 ? waitWords(sendable) : 'What you do waits here and is sent when the line is back.';
  return (
    <Notice
      icon={<WifiOff size={16} aria-hidden className="shrink-0" />}
      spoken={offline ? 'Offline. What you do waits here and is sent when the line is back.' : 'Catching up.'}
      action={offline && action}
    >
      {ageWords(age, now, clock)} {offline && waits}
    </Notice>
  );
}

function TroubleNotice({ troubled, action }: NoticeProps & { troubled: readonly Waiting[] }) {
  const age = useBoardAge();
  if (troubled.length === 0) return null;
  const refused = troubled.some(({ entry }) => entry === null || entry.refused !== null);
  const what = troubled.length === 1 ? '1 change was' : `${troubled.length} changes were`;
  return (
    <Notice
      icon={<CloudAlert size={16} aria-hidden className="shrink-0" />}
      spoken={refused ? 'Changes were not accepted.' : 'Outboard could not take a change. Nothing is lost.'}
      action={age?.why !== 'offline' && action}
    >
      {refused
        ? `${what} not accepted.`
        : `Outboard could not take ${troubled.length === 1 ? '1 change' : `${troubled.length} changes`}. Nothing is lost: it is tried again every minute.`}
    </Notice>
  );
}
