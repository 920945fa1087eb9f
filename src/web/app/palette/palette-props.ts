import type { ComponentProps, RefObject } from 'react';

import type { Task } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import type { BoardHandle } from '../../features/board/board-handle';
import type { PageKeys } from '../../features/board/keys/use-board-keys';
import type { PaletteDialog } from '../../features/palette/palette-dialog';
import type { TaskFormRequest } from '../../features/task-form/values/form-plan';
import type { Selected } from '../../tasks/moves/bulk/use-bulk';
import type { LookWays } from './entries/look-entries';
import type { AccountWays, PageWays } from './entries/page-entries';

/** What the palette is about before anything is typed: what is selected, else one task, else the page alone. */
export type InHand =
  | ({ kind: 'selected'; offer: number | null } & Selected)
  | { kind: 'task'; taskId: string; hasCard: boolean }
  | { kind: 'page' };

/** What the palette is given of the page. */
export type PaletteProps = Omit<ComponentProps<typeof PaletteDialog>, 'commands'> &
  Pick<LookWays, 'density' | 'onDensity' | 'onTime'> &
  Pick<PageWays, 'onToday' | 'onSpread' | 'onLeaveFocus'> &
  Pick<AccountWays, 'onWho' | 'onAddConnection' | 'onEditConnection'> & {
    filter: TaskFilter;
    /** The task that is open in the panel. */
    openTask: string | null;
    board: RefObject<BoardHandle | null>;
    keys: Omit<PageKeys, 'undo'>;
    onForm: (request: TaskFormRequest) => void;
    onCopy: (task: Task) => void;
    onPractice: () => void;
  };
