import { PaletteCommands } from './palette-commands';
import type { InHand, PaletteProps } from './palette-props';
import { SelectionPalette } from './selection-palette';
import { TaskPalette } from './task-palette';

/** The palette with all that this page can do, and with what is in the rep's hand. */
export function PaletteWindow({ inHand, ...props }: PaletteProps & { inHand: InHand }) {
  if (inHand.kind === 'selected') return <SelectionPalette {...props} selected={inHand} />;
  if (inHand.kind === 'task') return <TaskPalette {...props} {...inHand} />;
  return <PaletteCommands {...props} first={[]} />;
}
