import { useEffect, useRef, useState } from 'react';

import { useUndo } from '../../../tasks/use-command';
import { doneWith, type Done } from './done';
import { keepSession, readSession } from './kept-session';

/** Steps can be asked back for half an hour; one that goes away after nearly that was not taken back, only forgotten. */
const forgottenAfterMs = 29 * 60_000;

/** What was done since the queue was begun; what is undone or refused drops out. `anew`: not the queue of before. */
export function useSession(view: string, anew: boolean): Done {
  const { steps } = useUndo();
  const [session] = useState(
    () => (anew ? null : readSession(view)) ?? { view, since: Date.now(), done: {} },
  );
  const [before, setBefore] = useState<Done>(session.done);
  const last = useRef(steps);
  useEffect(() => {
    const gone = last.current.filter(({ commandId }) => !steps.some((step) => step.commandId === commandId));
    last.current = steps;
    const forgotten = gone.filter(({ at }) => Date.now() - at > forgottenAfterMs);
    if (forgotten.length > 0) setBefore((known) => doneWith(known, forgotten, session.since));
  }, [steps, session]);
  const done = doneWith(before, steps, session.since);
  useEffect(() => keepSession({ ...session, done }), [session, done]);
  return done;
}
