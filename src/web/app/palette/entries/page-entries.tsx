import {
  ChartColumn,
  CalendarRange,
  FlaskConical,
  History,
  Keyboard,
  Plug,
  Plus,
  RefreshCw,
  Undo2,
  UserRound,
  X,
  Zap,
} from 'lucide-react';

import type { Connection } from '#contract/connection';

import type { PageKeys } from '../../../features/board/keys/use-board-keys';
import type { Entry } from '../../../features/palette/entry';
import { connectionName } from '../../../tasks/face/connection-name';
import { actionEntry } from './action-entry';
import { boardEntries, type BoardWays } from './board-entries';

export type PageWays = BoardWays & {
  keys: PageKeys;
  onToday: () => void;
  /** How many tasks of the board are overdue. */
  overdue: number;
  onSpread: () => void;
  /** The focus queue stands over the board; this leaves it. */
  onLeaveFocus: (() => void) | null;
};

export type AccountWays = {
  onWho: () => void;
  connections: readonly Connection[];
  onAddConnection: () => void;
  onEditConnection: (connection: Connection) => void;
  onSync: (connection: Connection) => void;
  /** Null where Outboard plays no vendor. */
  onPractice: (() => void) | null;
};

const size = 16;

/** All that can be done on the page, each with its key. */
export function pageEntries({ keys, ...ways }: PageWays): Entry[] {
  const { create, quick, undo, recent, help } = keys;
  const { onLeaveFocus, overdue } = ways;
  // There the letter stands for a follow-up.
  const createKey = onLeaveFocus === null ? { shortcut: 'N' } : {};
  return [
    actionEntry('create', 'New task', 'add create', <Plus size={size} />, { run: create, ...createKey }),
    actionEntry('quick', 'Quick add', 'new task from a line of text', <Zap size={size} />, {
      run: quick,
      ...(onLeaveFocus === null ? { shortcut: 'Q' } : {}),
    }),
    ...(onLeaveFocus === null ? boardEntries(keys, ways) : [leaveEntry(onLeaveFocus)]),
    actionEntry('today', 'Today', 'charts done planned per day', <ChartColumn size={size} />, {
      run: ways.onToday,
    }),
    ...(overdue === 0
      ? []
      : [
          actionEntry(
            'spread',
            `Spread ${overdue.toLocaleString()} overdue ${overdue === 1 ? 'task' : 'tasks'}`,
            'rescue backlog coming days',
            <CalendarRange size={size} />,
            { run: ways.onSpread },
          ),
        ]),
    actionEntry('undo', 'Undo', 'take back', <Undo2 size={size} />, { run: undo, shortcut: 'U' }),
    actionEntry('recent', 'Recent changes', 'history undo', <History size={size} />, {
      run: recent,
      ...(onLeaveFocus === null ? { shortcut: 'Shift U' } : {}),
    }),
    actionEntry('keys', 'Keys', 'keyboard shortcuts help', <Keyboard size={size} />, {
      run: help,
      shortcut: '?',
    }),
  ];
}

function leaveEntry(onLeaveFocus: () => void): Entry {
  return actionEntry('leave', 'Back to the board', 'leave focus close', <X size={size} />, {
    run: onLeaveFocus,
    shortcut: 'Esc',
  });
}

/** The accounts, who is at the board, and what is there for practice. */
export function accountEntries({ connections, onPractice, onWho, ...ways }: AccountWays): Entry[] {
  const icon = <Plug size={size} />;
  const practice =
    onPractice === null
      ? []
      : [
          actionEntry('practice', 'Practice faults', 'sandbox test', <FlaskConical size={size} />, {
            run: onPractice,
          }),
        ];
  return [
    actionEntry('who', 'Say who you are', 'me name assigned', <UserRound size={size} />, { run: onWho }),
    actionEntry('connect', 'Add a connection', 'connect tool vendor key', icon, {
      run: ways.onAddConnection,
    }),
    ...connections.flatMap((connection) => [
      actionEntry(
        `connection-${connection.id}`,
        `Connection: ${connectionName(connection)}`,
        'edit settings tool',
        icon,
        { run: () => ways.onEditConnection(connection) },
      ),
      actionEntry(
        `sync-${connection.id}`,
        `Sync now: ${connectionName(connection)}`,
        'refresh reload tool',
        <RefreshCw size={size} />,
        { run: () => ways.onSync(connection) },
      ),
    ]),
    ...practice,
  ];
}
