import { CircleCheckBig } from 'lucide-react';

import { Button } from '../../ui/button';
import { endWords } from './end-words';
import type { Done } from './session/done';

type Props = {
  done: Done;
  left: number;
  /** Begins again with what is left. */
  onAgain: () => void;
  onClose: () => void;
};

/** The view is worked through: what was done with it. */
export function EndScreen({ done, left, onAgain, onClose }: Props) {
  const nothing = left === 0 && Object.keys(done).length === 0;
  return (
    <section
      aria-labelledby="focus-end"
      className="flex min-h-full flex-col items-center justify-center gap-3 p-6 text-center"
    >
      <CircleCheckBig size={32} aria-hidden className={left === 0 ? 'text-done' : 'text-muted'} />
      <h2
        id="focus-end"
        tabIndex={-1}
        aria-describedby="focus-end-words"
        className="rounded-control text-headline font-name"
      >
        {nothing ? 'No open task here' : left === 0 ? 'All done' : 'That was the last one'}
      </h2>
      <p id="focus-end-words" className="tabular">
        {nothing ? 'Choose another view on the board to work through it.' : `${endWords(done, left)}.`}
      </p>
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        {left > 0 && (
          <Button look="primary" onClick={onAgain}>
            {left === 1
              ? 'Work on the one that is left'
              : `Work on the ${left.toLocaleString()} that are left`}
          </Button>
        )}
        <Button look={left > 0 ? 'secondary' : 'primary'} onClick={onClose}>
          Back to the board
        </Button>
      </div>
    </section>
  );
}
