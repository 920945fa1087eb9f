import { useQuery } from '@tanstack/react-query';

import { useTheme } from '../../features/frame/look/use-theme';
import type { EntryGroup } from '../../features/palette/entry';
import { PaletteDialog } from '../../features/palette/palette-dialog';
import { practiceQuery } from '../../tasks/practice/practice-faults';
import { connectionQueries } from '../../tasks/queries';
import { useUndoKey } from '../../tasks/steps/use-undo-key';
import { useTaskCounts } from '../../tasks/use-column';
import { useSyncConnection } from '../../tasks/use-connections';
import { useLetterKeys } from '../../ui/letter-keys';
import { lookEntries } from './entries/look-entries';
import { accountEntries, pageEntries } from './entries/page-entries';
import type { PaletteProps } from './palette-props';

/** The palette with these groups first, and then with all that can be done on the page. */
export function PaletteCommands({ first, ...props }: PaletteProps & { first: readonly EntryGroup[] }) {
  const { filter, keys, onOpen, onCopy, onPractice } = props;
  const [theme, onTheme] = useTheme();
  const [letters, onLetters] = useLetterKeys();
  const { data: connections = [] } = useQuery(connectionQueries.list());
  const { data: teams = [] } = useQuery(practiceQuery());
  const overdue = useTaskCounts(filter)?.buckets.overdue ?? 0;
  const undo = useUndoKey({ onOpen, onCopy, onRecent: keys.recent });
  const sync = useSyncConnection();
  const accounts = {
    ...props,
    connections,
    onSync: ({ id }: { id: string }) => sync.mutate(id),
    onPractice: teams.length > 0 ? onPractice : null,
  };
  const commands = [
    ...pageEntries({ ...props, keys: { ...keys, undo }, overdue }),
    ...lookEntries({ ...props, theme, onTheme, letters, onLetters }),
    ...accountEntries(accounts),
  ];
  return <PaletteDialog {...props} commands={[...first, { title: 'Commands', entries: commands }]} />;
}
