import type { Task } from '#contract/task';

/** How many other open tasks there are for the same person, at any vendor; nothing when this is the only one. */
export function OthersMark({ task: { othersOfPerson } }: { task: Pick<Task, 'othersOfPerson'> }) {
  if (othersOfPerson === 0) return null;
  const words = `${othersOfPerson} more for this person`;
  return (
    <span
      role="img"
      aria-label={words}
      data-tip={words}
      className="flex h-4 shrink-0 items-center rounded-control bg-sunken px-1 text-[11px] leading-none text-muted tabular inset-ring inset-ring-sunken-edge"
    >
      +{othersOfPerson}
    </span>
  );
}
