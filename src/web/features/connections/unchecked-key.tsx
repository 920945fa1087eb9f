import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

type Props = { words: string; onCancel: () => void; onSave: () => void };

/** Asks before a key is kept that nobody could try. */
export function UncheckedKey({ words, onCancel, onSave }: Props) {
  return (
    <Dialog
      open
      size="small"
      onOpenChange={onCancel}
      title="Save without a check?"
      footer={
        <>
          <Button data-autofocus onClick={onCancel}>
            Cancel
          </Button>
          <Button look="primary" onClick={onSave}>
            Save anyway
          </Button>
        </>
      }
    >
      <p>{words} Saved anyway, it is tried again and again; if it is wrong, the connection says so then.</p>
    </Dialog>
  );
}
