import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { Ref } from 'react';

import { IconButton } from '../../../ui/button';

type Props = {
  /** What the row is called, `file 2`. */
  file: string;
  index: number;
  last: boolean;
  onRemove: () => void;
  onMove: (to: number) => void;
  removeRef?: Ref<HTMLButtonElement>;
  /** The id of what is wrong with the file. */
  describedBy?: string | undefined;
};

export function RowButtons({ file, index, last, onRemove, onMove, removeRef, describedBy }: Props) {
  return (
    <>
      <IconButton
        label={`Move ${file} up`}
        icon={<ArrowUp size={16} />}
        disabled={index === 0}
        onClick={() => onMove(index - 1)}
      />
      <IconButton
        label={`Move ${file} down`}
        icon={<ArrowDown size={16} />}
        disabled={last}
        onClick={() => onMove(index + 1)}
      />
      <IconButton
        ref={removeRef}
        label={`Remove ${file}`}
        aria-describedby={describedBy}
        icon={<X size={16} />}
        onClick={onRemove}
      />
    </>
  );
}
