import { CircleAlert } from 'lucide-react';

export function RowError({ id, words }: { id?: string; words: string | undefined }) {
  if (words === undefined) return null;
  return (
    <p id={id} role="alert" className="flex gap-1.5 text-meta text-danger">
      <CircleAlert size={14} aria-hidden className="mt-[3px] shrink-0" />
      {words}
    </p>
  );
}
