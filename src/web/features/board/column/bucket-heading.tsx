import { clsx } from 'clsx';

import type { DueBucket } from '#contract/dates';

type Props = { bucket: DueBucket; name: string; count: number };

/** Parts Pending by due, and stays at the top while its part is scrolled; the number is the true one, not that of the loaded cards. */
export function BucketHeading({ bucket, name, count }: Props) {
  return (
    <h3
      className={clsx(
        'sticky top-0 flex h-8 items-center gap-2 bg-sunken px-2 text-meta font-name',
        bucket === 'overdue' ? 'text-overdue' : bucket === 'today' ? 'text-today' : 'text-muted',
      )}
    >
      {name}
      <span className="font-normal text-muted tabular">{count.toLocaleString()}</span>
    </h3>
  );
}
