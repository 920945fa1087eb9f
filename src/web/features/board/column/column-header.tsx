import { clsx } from 'clsx';
import { Ban, CircleCheck, CircleDashed, PanelRightClose, PanelRightOpen } from 'lucide-react';
import type { ReactNode } from 'react';

import type { TaskStatus } from '#contract/task';

import { statusNames } from '../../../tasks/moves/moves';
import { IconButton } from '../../../ui/button';

const icons = { pending: CircleDashed, completed: CircleCheck, ignored: Ban } as const;
const colours = { pending: 'text-muted', completed: 'text-done', ignored: 'text-ignored' } as const;

type Props = {
  status: TaskStatus;
  headingId: string;
  total: number | null;
  reach: ReactNode;
  folded: boolean;
  onFold: ((folded: boolean) => void) | null;
  /** On a phone the tabs say the name and the total already. */
  tabbed: boolean;
};

/** The column's name and true total; stays where it is while the cards scroll. */
export function ColumnHeader({ status, headingId, total, reach, folded, onFold, tabbed }: Props) {
  const Icon = icons[status];
  const name = statusNames[status];
  return (
    <header className={headerShape(folded, tabbed, reach !== null)}>
      {folded && onFold && (
        <FoldButton
          label={`Unfold ${name}`}
          icon={<PanelRightOpen size={16} />}
          onClick={() => onFold(false)}
        />
      )}
      <Icon size={16} aria-hidden className={clsx('shrink-0', colours[status], tabbed && 'hidden')} />
      <h2
        id={headingId}
        // Takes the focus when the last card of the column has gone.
        tabIndex={-1}
        className={clsx(tabbed ? 'sr-only' : 'font-name', folded && '[writing-mode:vertical-rl]')}
      >
        {name}
      </h2>
      <span className={clsx('text-muted tabular', tabbed && 'sr-only')}>
        {total === null ? '' : total.toLocaleString()}
        <span className="sr-only">{total === 1 ? ' task' : ' tasks'}</span>
      </span>
      {!folded && (
        <div className="ml-auto flex items-center gap-1">
          {reach}
          {onFold && (
            <FoldButton
              label={`Fold ${name}`}
              icon={<PanelRightClose size={16} />}
              onClick={() => onFold(true)}
            />
          )}
        </div>
      )}
    </header>
  );
}

function headerShape(folded: boolean, tabbed: boolean, reaches: boolean): string {
  if (folded) return 'flex h-full flex-col items-center gap-2 px-1 py-2';
  if (tabbed && !reaches) return 'h-1 shrink-0';
  return 'flex h-10 shrink-0 items-center gap-2 pr-2 pl-4';
}

function FoldButton({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return <IconButton label={label} size="small" className="!w-7" icon={icon} onClick={onClick} />;
}
