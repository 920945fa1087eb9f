import { useWatch } from 'react-hook-form';

import { pendingPrefix, uploadToken } from '#contract/media';

import { useMovingUploads } from '../../../tasks/uploads/use-uploads';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import type { TaskFormControl } from './field-error';

type Props = {
  open: boolean;
  /** What was changed: the type, or where the task goes. */
  change: 'type' | 'tool';
  control: TaskFormControl;
  onKeep: () => void;
  onDrop: () => void;
  onGone: () => void;
};

/** Asks before a change of type takes the images and videos away; `onGone`: the field that had the focus went with them. */
export function DropMediaDialog({ open, change, control, onKeep, onDrop, onGone }: Props) {
  const attached = useWatch({ control, name: 'media' }).flatMap(({ url }) => url.trim() || []);
  const moving = useMovingUploads(attached);
  return (
    <Dialog
      open={open}
      size="small"
      onOpenChange={onKeep}
      returnTo={onGone}
      title="Remove the images and videos?"
      footer={
        <>
          <Button data-autofocus onClick={onKeep}>
            Keep them
          </Button>
          <Button look="danger" onClick={onDrop}>
            Remove and change the {change}
          </Button>
        </>
      }
    >
      <p>
        {change === 'type' ? 'Tasks of the type you chose carry' : 'The tool you chose takes'} no images and
        videos. Change the {change} and {removedWords(attached)} from this form.
        {moving > 0 && ` ${uploadWords(moving)}`}
      </p>
    </Dialog>
  );
}

/** "the file and the 2 links are removed" */
function removedWords(attached: readonly string[]): string {
  const files = attached.filter((url) => url.startsWith(pendingPrefix) || uploadToken(url) !== null).length;
  const links = attached.length - files;
  const parts = [counted(files, 'file'), counted(links, 'link')].filter((part) => part !== '');
  return `${parts.join(' and ')} ${attached.length === 1 ? 'is' : 'are'} removed`;
}

function uploadWords(moving: number): string {
  return moving === 1
    ? 'An upload that is on its way is cancelled.'
    : `${moving} uploads that are on their way are cancelled.`;
}

function counted(count: number, what: string): string {
  if (count === 0) return '';
  return count === 1 ? `the ${what}` : `the ${count} ${what}s`;
}
