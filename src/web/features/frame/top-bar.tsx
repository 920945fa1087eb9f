import { History, Menu as MenuIcon, Plus, Rows2, Rows3 } from 'lucide-react';
import type { RefObject } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import type { Density } from '../../tasks/face/card-face';
import { Button, IconButton } from '../../ui/button';
import { FilterSentence } from './filters/filter-sentence';
import { SearchBox } from './filters/search-box';
import { ThemeMenu } from './look/theme-menu';
import { viewOf } from './rail/views';
import { WhoButton } from './who/who-button';

type Props = {
  filter: TaskFilter;
  onFilter: (next: TaskFilter, how?: { replace: boolean }) => void;
  search: RefObject<HTMLInputElement | null>;
  density: Density;
  onDensity: (density: Density) => void;
  onCreate: () => void;
  /** Opens the views where the rail has no room. */
  onViews: () => void;
  /** Opens the list of what the rep did. */
  onRecent: () => void;
};

export function TopBar({ filter, onFilter, search, density, onDensity, onCreate, onViews, onRecent }: Props) {
  const compact = density === 'compact';
  const name = viewOf(filter)?.name ?? 'Filtered';
  return (
    <header className="@container/bar shrink-0 border-b">
      <title>{`${name} · Outboard`}</title>
      <div className="group/lines flex flex-wrap items-center gap-x-2 px-3 @min-[75rem]/bar:flex-nowrap">
        <div className="flex h-12 min-w-40 shrink grow basis-56 items-center gap-2 max-sm:contents @min-[75rem]/bar:max-w-96">
          <IconButton label="Views" className="sm:hidden" icon={<MenuIcon size={16} />} onClick={onViews} />
          <h1 className="shrink-0 pr-2 pl-1 text-title font-name max-sm:min-w-0 max-sm:shrink max-sm:grow max-sm:basis-0 max-sm:truncate max-sm:pl-0">
            {name}
          </h1>
          <div className="max-sm:order-2 max-sm:w-40 max-sm:pb-2 max-sm:focus-within:w-full sm:contents">
            <SearchBox filter={filter} onFilter={onFilter} input={search} />
          </div>
        </div>
        <div className="order-last min-w-0 basis-full pb-2 max-sm:grow max-sm:basis-0 max-sm:group-has-[input:focus]/lines:hidden @min-[75rem]/bar:order-none @min-[75rem]/bar:basis-auto @min-[75rem]/bar:pb-0">
          <FilterSentence filter={filter} onFilter={onFilter} />
        </div>
        <div className="ml-auto flex items-center gap-1 max-sm:h-14">
          <IconButton
            label="Compact cards"
            aria-pressed={compact}
            className="max-sm:hidden"
            icon={compact ? <Rows3 size={16} /> : <Rows2 size={16} />}
            onClick={() => onDensity(compact ? 'comfortable' : 'compact')}
          />
          <IconButton
            label="Recent changes"
            tip="Recent changes (Shift U)"
            className="max-sm:hidden"
            icon={<History size={16} />}
            onClick={onRecent}
          />
          <WhoButton />
          <ThemeMenu />
          <Button
            look="primary"
            aria-label="New task"
            className="ml-1 max-sm:!px-2.5"
            data-tip="New task (N)"
            onClick={onCreate}
          >
            <Plus size={16} aria-hidden />
            <span className="max-sm:hidden">New task</span>
          </Button>
        </div>
        {/* On a phone the second line begins here. */}
        <span aria-hidden className="order-1 basis-full sm:hidden" />
      </div>
    </header>
  );
}
