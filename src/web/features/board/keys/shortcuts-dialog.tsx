import { Dialog } from '../../../ui/dialog';
import { keyList } from './board-key';
import { KeyCap } from './key-cap';
import { LetterKeys } from './letter-keys';

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

export function ShortcutsDialog({ open, onOpenChange }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keys"
      description="They work anywhere on the board, except while you type."
    >
      <div className="flex flex-col gap-5">
        <LetterKeys />
        {keyList.map(({ title, keys }) => (
          <section key={title} className="flex flex-col gap-1">
            <h3 className="text-meta font-name text-muted">{title}</h3>
            <dl className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-y-1.5">
              {keys.map((entry) => (
                <div key={entry.does} className="contents">
                  <dt>{entry.does}</dt>
                  <dd className="flex flex-wrap justify-end gap-1">
                    {entry.keys.map((key) => (
                      <KeyCap key={key} name={key} does={entry.does} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
