import { useEffect, useRef, useState } from 'react';

import { Board } from '../features/board/board';
import { KeysEntry } from '../features/board/keys/keys-entry';
import { UndoToasts } from '../features/board/undo/undo-toasts';
import { ConnectionsFoot } from '../features/connections/connections-foot';
import { Frame } from '../features/frame/frame';
import { useKept } from '../features/frame/look/use-kept';
import { Notices } from '../features/frame/notices';
import { TopBar } from '../features/frame/top-bar';
import { TroubleNotices } from '../features/frame/trouble-notices';
import { RecentEntry } from '../features/recent/recent-entry';
import { useFilter, useUrlParam } from '../tasks/use-filter';
import { useLiveChanges } from '../tasks/use-live-changes';
import { Toasts } from '../ui/toast';
import { LazyPart, loadPartsWhenIdle, ShortcutsDialog } from './lazy-parts';
import { PracticeNotice } from './practice-notice';
import { useWindows } from './use-windows';
import { WaitingNotice } from './waiting/waiting-notice';

/** Where the features meet; what a link should keep is in the address. */
export function Page() {
  const [filter, setFilter, dropped] = useFilter();
  const [openTask, setOpenTask] = useUrlParam('task');
  const [, setCreating] = useUrlParam('new');
  const [viewsOpen, setViewsOpen] = useState(false);
  const [help, setHelp] = useState(false);
  const [density, setDensity] = useKept('outboard.density', ['comfortable', 'compact']);
  const search = useRef<HTMLInputElement>(null);
  const windows = useWindows();
  useLiveChanges(filter);
  useEffect(loadPartsWhenIdle, []);

  const create = () => setCreating('');
  return (
    <>
      <Frame
        filter={filter}
        onFilter={setFilter}
        bar={
          <TopBar
            filter={filter}
            onFilter={setFilter}
            search={search}
            density={density}
            onDensity={setDensity}
            onCreate={create}
            onViews={() => setViewsOpen(true)}
            onRecent={windows.showRecent}
          />
        }
        viewsOpen={viewsOpen}
        onViewsOpen={setViewsOpen}
        notice={
          <>
            <WaitingNotice />
            <Notices dropped={dropped} />
            <TroubleNotices onOpen={windows.editConnection} />
            <PracticeNotice onOpen={windows.practise} />
          </>
        }
        foot={
          <>
            <RecentEntry
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
          pageKeys={{
            create,
            search: () => search.current?.focus(),
            help: () => setHelp(true),
            recent: windows.showRecent,
          }}
        />
      </Frame>
      {windows.dialogs}
      <LazyPart>{help && <ShortcutsDialog open onOpenChange={setHelp} />}</LazyPart>
      <Toasts>
        <UndoToasts onOpen={setOpenTask} onRecent={windows.showRecent} />
      </Toasts>
    </>
  );
}
