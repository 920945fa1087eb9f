import type { Stats } from '#contract/stats';

type Props = { channels: Stats['channels'] };

/** A picture only: a piece for each channel, as long as its plan, filled as far as it is done. */
export function DayBar({ channels }: Props) {
  return (
    <span aria-hidden className="flex h-2 min-w-12 grow gap-0.5">
      {channels.map(({ channel, done, open }) => (
        <span
          key={channel}
          className="flex min-w-1 basis-0 overflow-hidden rounded-full border border-edge bg-hover"
          style={{ flexGrow: done + open }}
        >
          <span
            className="bg-done forced-colors:bg-[CanvasText]"
            style={{ width: `${(100 * done) / (done + open)}%` }}
          />
        </span>
      ))}
      {channels.length === 0 && <span className="grow rounded-full border border-edge bg-hover" />}
    </span>
  );
}
