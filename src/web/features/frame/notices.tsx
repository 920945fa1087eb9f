import { TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';

import { useFilter } from '../../tasks/use-filter';
import { IconButton } from '../../ui/button';

type Props = { dropped: ReturnType<typeof useFilter>[2] };

/** What the address asks for and does not exist, in one line each. */
export function Notices({ dropped }: Props) {
  const [filter, setFilter] = useFilter();
  return (
    <>
      {dropped.map(({ param, message }) => (
        <Notice
          key={param}
          icon={<TriangleAlert size={16} aria-hidden />}
          // Setting the filter that is followed takes what is not followed out of the address.
          onDismiss={() => setFilter(filter, { replace: true })}
        >
          The filter “{param}” in the address is left out. {message}
        </Notice>
      ))}
    </>
  );
}

type NoticeProps = { icon: ReactNode; action?: ReactNode; onDismiss?: () => void; children: ReactNode };

export function Notice({ icon, action, onDismiss, children }: NoticeProps) {
  return (
    <div
      role="status"
      className="flex shrink-0 items-center gap-2 border-b bg-today-soft px-4 py-1.5 text-today"
    >
      {icon}
      <div className="flex min-w-0 flex-wrap items-center gap-x-2">
        <span className="min-w-0 break-words">{children}</span>
        {action}
      </div>
      {onDismiss !== undefined && (
        <IconButton
          size="small"
          label="Dismiss"
          className="ml-auto !text-today"
          icon={<X size={16} />}
          onClick={onDismiss}
        />
      )}
    </div>
  );
}
