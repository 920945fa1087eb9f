import { X } from 'lucide-react';

import { IconButton } from '../../../ui/button';

type Props = { complaints: readonly string[]; onClear: () => void };

/** Which of the chosen files were left out, and why; everything else in the form stays. */
export function MediaComplaints({ complaints, onClear }: Props) {
  return (
    <div role="alert">
      {complaints.length > 0 && (
        <div className="flex items-start gap-2 rounded-control bg-overdue-soft px-2.5 py-1.5 text-meta text-overdue">
          <ul className="min-w-0 grow break-words" dir="auto">
            {complaints.map((complaint, index) => (
              // Two files may have the same name.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={`${index} ${complaint}`}>Not attached: {complaint}</li>
            ))}
          </ul>
          <IconButton label="Hide" icon={<X size={14} />} size="small" onClick={onClear} />
        </div>
      )}
    </div>
  );
}
