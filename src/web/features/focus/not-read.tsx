import type { Column } from '../../tasks/use-column';
import { Button } from '../../ui/button';
import { Skeleton } from '../../ui/skeleton';

const middle = 'mx-auto flex w-full max-w-6xl flex-col gap-4 p-4';

/** The next task is on its way. */
export function Reading() {
  return (
    <div role="status" aria-label="Loading" className={middle}>
      <Skeleton className="h-8 w-2/3" />
      <Skeleton className="h-40" />
    </div>
  );
}

/** The tasks did not come: why, and another try. */
export function NotRead({ column }: { column: Column }) {
  const why = column.error ?? column.moreError;
  return (
    <div role="alert" className={`${middle} items-start`}>
      <p>The tasks could not be read. {why?.detail}</p>
      <Button onClick={column.retry}>Try again</Button>
    </div>
  );
}
