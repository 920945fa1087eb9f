import { useId } from 'react';
import type { ReactNode } from 'react';

type Props = { title: string; /** Beside the title: a button. */ action?: ReactNode; children: ReactNode };

export function PanelSection({ title, action, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 border-t px-5 py-4">
      <div className="flex items-center justify-between">
        <h3 id={id} className="text-meta font-name text-muted">
          {title}
        </h3>
        {action}
      </div>
      {children}
    </section>
  );
}
