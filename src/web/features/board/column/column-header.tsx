import { clsx } from 'clsx';
import { Ban, CircleCheck, CircleDashed, PanelRightClose, PanelRightOpen } from 'lucide-react';
import type { ReactNode } from 'react';

import type { TaskStatus } from '#contract/task';

import { IconButton } from '../../../ui/button';
import { statusNames } from '../moves/moves';

const icons = { pending: CircleDashed, completed: CircleCheck, ignored: Ban } as const;
const colours = { pending: 'text-muted', completed: 'text-done', ignored: 'text-ignored' } as const;

type Props = {
  status: TaskStatus;
  headingId: string;
  total: number | null;
  reach: ReactNode;
  folded: boolean;
  onFold: ((folded: boolean) => void) | null;
};

export function ColumnHeader({ status, headingId, total, reach, folded, onFold }: Props) {
  const Icon = icons[status];
  const name = statusNames[status];
  return (
    <header
      className={clsx(
        'flex shrink-0 items-center gap-2',
        folded ? 'h-full flex-col px-1 py-2' : 'h-10 pr-2 pl-4',
      )}
    >
      {folded && onFold && (
        <IconButton
          label={`Unfold ${name}`}
          size="small"
          className="!w-7"
          icon={<PanelRightOpen size={16} />}
          onClick={() => onFold(false)}
        />
      )}
      <Icon size={16} aria-hidden className={clsx('shrink-0', colours[status])} />
      <h2 id={headingId} className={clsx('font-name', folded && '[writing-mode:vertical-rl]')}>
        {name}
      </h2>
      <span className="text-muted tabular">
        {total === null ? '' : total.toLocaleString()}
        <span className="sr-only"> tasks</span>
      </span>
      {!folded && (
        <div className="ml-auto flex items-center gap-1">
          {reach}
          {onFold && (
            <IconButton
              label={`Fold ${name}`}
              size="small"
              className="!w-7"
              icon={<PanelRightClose size={16} />}
              onClick={() => onFold(true)}
            />
          )}
        </div>
      )}
    </header>
  );
}
