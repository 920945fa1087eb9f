import { ArrowDown, ArrowUp, X } from 'lucide-react';

import { IconButton } from '../../../ui/button';

type Props = {
  /** What the row is called, `file 2`. */
  file: string;
  index: number;
  last: boolean;
  onRemove: () => void;
  onMove: (to: number) => void;
};

export function RowButtons({ file, index, last, onRemove, onMove }: Props) {
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
      <IconButton label={`Remove ${file}`} icon={<X size={16} />} onClick={onRemove} />
    </>
  );
}
