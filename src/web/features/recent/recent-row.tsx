import { clsx } from 'clsx';

import type { RecentStep } from '#contract/recent';

import { personName } from '../../tasks/face/task-words';
import { useLedger } from '../../tasks/ledger/ledger';
import { Moment } from '../../tasks/moment/moment';
import { deedWords, shortName } from '../../tasks/steps/step-words';
import { useWays, wayNames, type Ways } from '../../tasks/steps/use-ways';
import { useLineDown } from '../../tasks/use-line-down';
import { useNow } from '../../tasks/use-now';
import { Button } from '../../ui/button';
import { countOf, groupsOf, laterWords, type Group, type Tone } from './recent-words';

type Props = Ways & { step: RecentStep; newer: readonly RecentStep[]; onUndo: () => void };

const tones = {
  done: 'bg-done',
  open: 'bg-today',
  failed: 'bg-overdue',
  undone: 'bg-edge',
} satisfies Record<Tone, string>;

/** One step: what, to which task, when, where it stands, and the way back that is left. */
export function RecentRow({ step, newer, onUndo, ...ways }: Props) {
  const now = useNow();
  const away = useLineDown();
  const go = useWays(ways);
  const { kind, tasks } = step;
  const all = tasks.map(({ task }) => task);
  const deed = deedWords(kind, all, countOf(step), step.givenTo);
  const [first] = all;
  const person = all.length === 1 && first ? personName(first) : '';
  const isAsked = useLedger().asked.some(
    ({ commandId, taskId }) => commandId === step.id && taskId === undefined,
  );
  const later = laterWords(step, newer);
  const take = ({ way, ids }: Group) => {
    if (way === 'undo') onUndo();
    else if (way !== null) go(way, ids);
  };
  return (
    <li
      tabIndex={-1}
      {...(newer.length === 0 && { 'data-autofocus': true })}
      className="-mx-2 flex flex-col gap-1 border-b px-2 py-2.5 last:border-b-0 focus-visible:-outline-offset-2"
    >
      <p className="flex items-baseline gap-3">
        <span dir="auto" className="min-w-0 grow break-words">
          <span className="font-medium">{capitalized(deed)}</span>
          {person !== '' && first && !shortName(first).includes(person) && (
            <span className="text-muted"> · {person}</span>
          )}
        </span>
        <Moment at={step.createdAt} />
      </p>
      {groupsOf(step, now, away, isAsked).map((group) => (
        <div key={`${group.tone} ${group.way} ${group.ids[0]}`} className="flex items-start gap-2.5">
          <span
            aria-hidden
            className={clsx(
              'mt-1.5 size-2 shrink-0 rounded-full forced-color-adjust-none',
              tones[group.tone],
            )}
          />
          <p dir="auto" className="min-w-0 grow text-meta break-words text-muted tabular">
            {group.words}
          </p>
          {group.way !== null && (
            <Button
              size="small"
              aria-label={`${wayNames[group.way]}: ${deed}`}
              onClick={({ currentTarget }) => {
                // The button goes with what it does; the focus stays in its row.
                currentTarget.closest('li')?.focus();
                take(group);
              }}
            >
              {wayNames[group.way]}
            </Button>
          )}
        </div>
      ))}
      {later !== null && <p className="pl-[18px] text-meta text-muted">{later}</p>}
    </li>
  );
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
