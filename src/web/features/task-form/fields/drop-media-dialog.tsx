import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';

type Props = { open: boolean; onKeep: () => void; onDrop: () => void; onGone: () => void };

/** Asks before a change of type takes the images and videos away; `onGone`: the field that had the focus went with them. */
export function DropMediaDialog({ open, onKeep, onDrop, onGone }: Props) {
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
            Remove and change the type
          </Button>
        </>
      }
    >
      <p>
        Tasks of the type you chose carry no images and videos. Change the type and the links are removed from
        this form.
      </p>
    </Dialog>
  );
}
