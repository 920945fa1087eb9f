import { useQuery } from '@tanstack/react-query';

import { kindsQuery } from '../../tasks/moves/bulk/matching-query';
import { useNow } from '../../tasks/use-now';
import { selectionEntries } from './entries/selection-entries';
import { PaletteCommands } from './palette-commands';
import type { InHand, PaletteProps } from './palette-props';

type Props = PaletteProps & { selected: Extract<InHand, { kind: 'selected' }> };

/** The palette for all that is selected. */
export function SelectionPalette({ selected, ...props }: Props) {
  const { tasks, matching, offer } = selected;
  const { board } = props;
  const { data: kinds } = useQuery(kindsQuery(matching));
  const now = new Date(useNow(60_000));
  const counted = kinds ?? tasks.map((subject) => ({ subject, count: 1 }));
  const entries = selectionEntries({ counted, unnamed: matching !== null, offer }, now, {
    onWish: (wish) => board.current?.wish(wish),
    onWiden: () => board.current?.selection.widen(),
    onClear: () => board.current?.selection.clear(),
  });
  const title =
    matching === null ? `${tasks.length} selected` : `All ${matching.total.toLocaleString()} selected`;
  return <PaletteCommands {...props} first={[{ title, entries }]} />;
}
