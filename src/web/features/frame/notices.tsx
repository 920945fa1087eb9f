import { WifiOff, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import type { useFilter } from '../../tasks/use-filter';
import { useLiveState } from '../../tasks/use-live-changes';

type Props = { dropped: ReturnType<typeof useFilter>[2] };

/** What is not as usual, in one line each: the board may be old, or the address asks for what does not exist. */
export function Notices({ dropped }: Props) {
  const live = useLiveState();
  return (
    <>
      {live === 'offline' && (
        <Notice icon={<WifiOff size={16} aria-hidden />}>
          Outboard does not answer. What you see may be old. Keep this page open: what you do is sent when it
          is back.
        </Notice>
      )}
      {dropped.map(({ param, message }) => (
        <Notice key={param} icon={<TriangleAlert size={16} aria-hidden />}>
          The filter “{param}” in the address is left out. {message}
        </Notice>
      ))}
    </>
  );
}

function Notice({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p
      role="status"
      className="flex shrink-0 items-center gap-2 border-b bg-today-soft px-4 py-1.5 text-today"
    >
      {icon}
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}
