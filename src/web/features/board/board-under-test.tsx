import { useState, type ComponentProps, type ReactNode } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import { useLiveChanges } from '../../tasks/use-live-changes';
import { LiveRegion } from '../../ui/live-region';
import { Toasts } from '../../ui/toast';
import { Board } from './board';
import { UndoToasts } from './undo/undo-toasts';

type Props = Partial<Omit<ComponentProps<typeof Board>, 'filter' | 'onFilter'>> & {
  start?: TaskFilter;
  /** Width and height in pixels. */
  size?: readonly [width: number, height: number];
  /** What stands beside it in the test. */
  children?: ReactNode;
};

const nothing = () => {};
const pageKeys = {
  create: nothing,
  quick: nothing,
  focus: nothing,
  search: nothing,
  help: nothing,
  recent: nothing,
};
const everything: TaskFilter = {};
const desk = [1200, 760] as const;

/** The board as the page has it, with what it tells and undoes. */
export function BoardUnderTest({ start = everything, size = desk, children, ...given }: Props) {
  const [filter, setFilter] = useState(start);
  useLiveChanges(filter);
  const [width, height] = size;
  return (
    <div className="flex" style={{ width, height }}>
      <Board
        filter={filter}
        onFilter={setFilter}
        density="comfortable"
        openTask={null}
        onOpen={nothing}
        onCopy={nothing}
        pageKeys={pageKeys}
        bulkBar={() => null}
        {...given}
      />
      <Toasts>
        <UndoToasts onOpen={nothing} onRecent={nothing} />
      </Toasts>
      <LiveRegion />
      {children}
    </div>
  );
}
