import { Keyboard, X } from 'lucide-react';

import { IconButton } from '../../ui/button';

type Props = {
  viewName: string;
  /** Which task of the view it is; null at the end and while it is not known. */
  at: number | null;
  total: number | null;
  /** How many are behind the rep, for the line under it. */
  done: number;
  onClose: () => void;
  onHelp: () => void;
};

/** How far the rep has come, and the way out. */
export function FocusHeader({ viewName, at, total, done, onClose, onHelp }: Props) {
  const share = total === null || total === 0 ? 0 : done / total;
  return (
    <header className="shrink-0">
      <div className="mx-auto flex h-12 w-full max-w-6xl items-center gap-2 px-2 max-sm:h-14">
        <IconButton
          label="Back to the board"
          tip="Back to the board (Esc)"
          icon={<X size={16} />}
          onClick={onClose}
        />
        <p className="min-w-0 grow truncate">
          <span id={positionId} className="font-name tabular">
            {at === null || total === null ? ' ' : `${at.toLocaleString()} of ${total.toLocaleString()}`}
          </span>{' '}
          <span className="text-muted">{viewName}</span>
        </p>
        <IconButton
          label="Keys"
          tip="Keys (?)"
          className="pointer-coarse:hidden"
          icon={<Keyboard size={16} />}
          onClick={onHelp}
        />
      </div>
      <div aria-hidden className="h-0.5 bg-hairline">
        <div
          className="h-full origin-left bg-accent transition-transform forced-color-adjust-none"
          style={{ transform: `scaleX(${share})` }}
        />
      </div>
    </header>
  );
}

/** What the title of each task is described with. */
export const positionId = 'focus-position';
