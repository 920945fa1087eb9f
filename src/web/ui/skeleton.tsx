import { clsx } from 'clsx';

/** A grey bar of the true size of what is coming; it appears only after 200 ms, so that a quick answer shows none. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden
      className={clsx(
        'animate-[appear_140ms_ease-out_200ms_both] rounded-control bg-sunken inset-ring inset-ring-sunken-edge',
        className,
      )}
    />
  );
}
