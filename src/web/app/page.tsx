import { Command, History } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { Board } from '../features/board/board';
import type { BoardHandle } from '../features/board/board-handle';
import { KeysEntry } from '../features/board/keys/keys-entry';
import { UndoToasts } from '../features/board/undo/undo-toasts';
import { ConnectionsFoot } from '../features/connections/connections-foot';
import { Frame } from '../features/frame/frame';
import { Notices } from '../features/frame/notices';
import { PhoneEntry } from '../features/frame/phone-entry';
import { TopBar } from '../features/frame/top-bar';
import { TroubleNotices } from '../features/frame/trouble-notices';
import { NewsToasts } from '../features/recent/news-toasts';
import type { BulkBarProps } from '../tasks/moves/bulk/selected';
import { useFilter, useUrlParam } from '../tasks/use-filter';
import { useLiveChanges } from '../tasks/use-live-changes';
import { useKept } from '../ui/kept/use-kept';
import { Toasts } from '../ui/toast';
import { useFocusWindow } from './focus/use-focus-window';
import { BulkBar, LazyPart, loadPartsWhenIdle, ShortcutsDialog } from './lazy-parts';
import { usePalette } from './palette/use-palette';
import { PracticeNotice } from './practice-notice';
import { TodayBar, type TodayWindow } from './today/today-bar';
import { useWindows } from './use-windows';
import { DeviceNotice } from './waiting/device-notice';
import { WaitingNotice } from './waiting/waiting-notice';

/** Where the features meet; what a link should keep is in the address. */
export function Page() {
  const [filter, setFilter, dropped] = useFilter();
  const [openTask, setOpenTask] = useUrlParam('task');
  const [, setCreating] = useUrlParam('new');
  const [viewsOpen, setViewsOpen] = useState(false);
  const [help, setHelp] = useState(false);
  const [day, setDay] = useState<TodayWindow>(null);
  const [density, setDensity] = useKept('outboard.density', ['comfortable', 'compact']);
  const search = useRef<HTMLInputElement>(null);
  const board = useRef<BoardHandle>(null);
  const windows = useWindows();
  const { focus, covers, ...focusing } = useFocusWindow({
    filter,
    onForm: windows.openForm,
    onHelp: () => setHelp(true),
    undoWays: { onOpen: setOpenTask, onCopy: windows.copy, onRecent: windows.showRecent },
  });
  useLiveChanges(filter);
  useEffect(loadPartsWhenIdle, []);

  const create = () => setCreating('');
  const pageKeys = {
    create,
    quick: windows.quickAdd,
    focus: focusing.open,
    search: () => search.current?.focus(),
    help: () => setHelp(true),
    recent: windows.showRecent,
  };
  const { palette, openPalette } = usePalette({
    filter,
    // What the board is to show is not seen behind the focus queue.
    onFilter: (next, how) => {
      focusing.leave?.({ replace: true });
      setFilter(next, how);
    },
    openTask,
    onOpen: focusing.leave === null ? setOpenTask : focusing.leaveFor,
    focusTask: focusing.task,
    onLeaveFocus: focusing.leave && (() => focusing.leave?.()),
    board,
    onForm: windows.openForm,
    onCopy: windows.copy,
    keys: pageKeys,
    density,
    onDensity: setDensity,
    onToday: () => setDay('today'),
    onSpread: () => setDay('rescue'),
    onWho: windows.askWho,
    onTime: windows.chooseTime,
    onAddConnection: windows.addConnection,
    onEditConnection: windows.editConnection,
    onPractice: windows.practise,
  });
  return (
    <>
      <div className="contents" inert={covers}>
        <Frame
          filter={filter}
          onFilter={setFilter}
          bar={
            <>
              <TopBar
                filter={filter}
                onFilter={setFilter}
                search={search}
                density={density}
                onDensity={setDensity}
                onCreate={create}
                onQuick={windows.quickAdd}
                onFocus={focusing.open}
                onViews={() => setViewsOpen(true)}
                onRecent={windows.showRecent}
                onPalette={openPalette}
              />
              <TodayBar filter={filter} open={day} onOpen={setDay} />
            </>
          }
          viewsOpen={viewsOpen}
          onViewsOpen={setViewsOpen}
          notice={
            <>
              <WaitingNotice />
              <DeviceNotice filter={filter} />
              <Notices dropped={dropped} />
              <TroubleNotices onOpen={windows.editConnection} />
              <PracticeNotice onOpen={windows.practise} />
            </>
          }
          foot={
            <>
              <PhoneEntry
                icon={<Command size={14} aria-hidden className="shrink-0" />}
                label="Find or do…"
                onOpen={() => {
                  setViewsOpen(false);
                  openPalette();
                }}
              />
              <PhoneEntry
                icon={<History size={14} aria-hidden className="shrink-0" />}
                label="Recent changes"
                onOpen={() => {
                  setViewsOpen(false);
                  windows.showRecent();
                }}
              />
              <ConnectionsFoot
                onAdd={windows.addConnection}
                onEdit={windows.editConnection}
                onPractice={windows.practise}
              />
              <KeysEntry onOpen={() => setHelp(true)} />
            </>
          }
          panel={windows.panel}
        >
          <Board
            filter={filter}
            onFilter={setFilter}
            density={density}
            openTask={openTask}
            onOpen={setOpenTask}
            onCopy={windows.copy}
            bulkBar={drawBulkBar}
            pageKeys={pageKeys}
            handle={board}
          />
        </Frame>
      </div>
      {focus}
      {windows.dialogs}
      {palette}
      <LazyPart modal>{help && <ShortcutsDialog open onOpenChange={setHelp} />}</LazyPart>
      <Toasts>
        <NewsToasts onRecent={windows.showRecent} />
        <UndoToasts onOpen={setOpenTask} onRecent={windows.showRecent} />
      </Toasts>
    </>
  );
}

function drawBulkBar(bulk: BulkBarProps): ReactNode {
  return (
    <LazyPart>
      <BulkBar {...bulk} />
    </LazyPart>
  );
}
