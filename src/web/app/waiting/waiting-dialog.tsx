import type { Waiting } from '../../tasks/ledger/outbox/outbox';
import { useLiveState } from '../../tasks/use-live-changes';
import { useWaiting } from '../../tasks/use-waiting';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { changeWords, troubleWords, typedWords } from './waiting-words';

/** Everything that the server has not taken, in the order in which it is sent, each with the way to undo it. */
export function WaitingDialog({ onClose }: { onClose: () => void }) {
  const { waiting, discard, retry } = useWaiting();
  const offline = useLiveState() === 'offline';
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Waiting changes"
      description={
        offline
          ? 'They are kept in this browser and sent in this order when Outboard answers again.'
          : 'They are kept in this browser until Outboard has taken them.'
      }
      footer={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      {waiting.length === 0 ? (
        <p role="status">Nothing waits. Everything is sent.</p>
      ) : (
        <ul aria-label="Waiting changes" className="flex flex-col">
          {waiting.map((one) => (
            <Row key={one.id} one={one} onDiscard={() => discard(one)} onRetry={() => retry(one)} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

type RowProps = { one: Waiting; onDiscard: () => void; onRetry: () => void };

function Row({ one, onDiscard, onRetry }: RowProps) {
  const { verb, what } = changeWords(one);
  const trouble = troubleWords(one);
  const typed = trouble === null ? [] : typedWords(one);
  const over = one.entry === null || one.entry.refused !== null;
  return (
    <li className="flex items-start gap-3 border-b py-2 last:border-b-0">
      <div className="min-w-0 grow pt-1 pointer-coarse:pt-3">
        <p className="flex gap-1.5">
          <span className="shrink-0 text-muted">{verb}</span>
          <span dir="auto" className="min-w-0 font-name break-words">
            {what}
          </span>
        </p>
        {trouble !== null && <p className="text-meta break-words text-overdue">{trouble}</p>}
        {typed.map((words) => (
          <p key={words} dir="auto" className="text-meta break-words whitespace-pre-wrap text-muted">
            {words}
          </p>
        ))}
      </div>
      {trouble !== null && one.entry !== null && (
        <Button size="small" aria-label={`Try again: ${verb} ${what}`} onClick={onRetry}>
          Try again
        </Button>
      )}
      <Button size="small" aria-label={`${over ? 'Discard' : 'Undo'}: ${verb} ${what}`} onClick={onDiscard}>
        {over ? 'Discard' : 'Undo'}
      </Button>
    </li>
  );
}
