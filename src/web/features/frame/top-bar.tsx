import { Command, Crosshair, History, Menu as MenuIcon, Plus, Rows2, Rows3, Zap } from 'lucide-react';
import type { RefObject } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import type { Density } from '../../tasks/face/card-face';
import type { FilterStep } from '../../tasks/use-filter';
import { viewText } from '../../tasks/views/current-view';
import { useCurrentView } from '../../tasks/views/use-views';
import { Button, IconButton } from '../../ui/button';
import { lazyPart } from '../../ui/lazy-part';
import { FilterSentence } from './filters/filter-sentence';
import { SearchBox } from './filters/search-box';
import { ThemeMenu } from './look/theme-menu';
import { SortMenu } from './sort-menu';
import { WhoButton } from './who/who-button';

const SaveView = lazyPart(async () => (await import('./views/save-view')).SaveView);

type Props = {
  filter: TaskFilter;
  onFilter: (next: TaskFilter, how?: FilterStep) => void;
  search: RefObject<HTMLInputElement | null>;
  density: Density;
  onDensity: (density: Density) => void;
  onCreate: () => void;
  /** Makes a task from a line of text. */
  onQuick: () => void;
  /** Works the view one task at a time. */
  onFocus: () => void;
  /** Opens the views where the rail has no room. */
  onViews: () => void;
  /** Opens the list of what the rep did. */
  onRecent: () => void;
  /** Opens the palette. */
  onPalette: () => void;
};

export function TopBar({
  filter,
  onFilter,
  search,
  density,
  onDensity,
  onCreate,
  onQuick,
  onFocus,
  onViews,
  onRecent,
  onPalette,
}: Props) {
  const compact = density === 'compact';
  const view = useCurrentView(filter);
  const name = view === null ? 'Filtered' : `${view.name}${view.changed ? ' · changed' : ''}`;
  return (
    <header className="@container/bar shrink-0 border-b">
      <title>{`${name} · Outboard`}</title>
      <div className="group/lines flex flex-wrap items-center gap-x-2 px-3 @min-[104rem]/bar:flex-nowrap">
        <div className="flex h-12 min-w-40 shrink grow basis-56 items-center gap-2 max-sm:contents @min-[104rem]/bar:max-w-96">
          <IconButton
            label="Views"
            className="sm:hidden"
            data-palette-return
            icon={<MenuIcon size={16} />}
            onClick={onViews}
          />
          <h1
            dir="auto"
            className="max-w-64 shrink-0 truncate pr-2 pl-1 text-title font-name max-sm:max-w-none max-sm:min-w-0 max-sm:shrink max-sm:grow max-sm:basis-0 max-sm:pl-0"
          >
            {name}
          </h1>
          <div className="max-sm:order-2 max-sm:w-40 max-sm:pt-0.5 max-sm:pb-2.5 max-sm:focus-within:w-full sm:contents">
            <SearchBox filter={filter} onFilter={onFilter} input={search} />
          </div>
        </div>
        <div className="order-last min-w-0 basis-full pb-2 max-sm:grow max-sm:basis-0 max-sm:group-has-[input:focus]/lines:hidden @min-[104rem]/bar:order-none @min-[104rem]/bar:basis-auto @min-[104rem]/bar:pb-0">
          <FilterSentence filter={filter} onFilter={onFilter}>
            <SortMenu filter={filter} onFilter={onFilter} />
            {viewText(filter) !== '' && <SaveView filter={filter} onFilter={onFilter} />}
          </FilterSentence>
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
            label="Focus"
            tip="Focus: one task at a time (F)"
            data-focus-button
            icon={<Crosshair size={16} />}
            onClick={onFocus}
          />
          <span className="contents max-sm:hidden">
            <IconButton
              label="Find or do"
              tip="Find or do anything (Ctrl K)"
              data-palette-return
              icon={<Command size={16} />}
              onClick={onPalette}
            />
            <IconButton
              label="Recent changes"
              tip="Recent changes (Shift U)"
              icon={<History size={16} />}
              onClick={onRecent}
            />
            <WhoButton />
            <ThemeMenu />
          </span>
          <IconButton
            label="Quick add"
            className="max-sm:hidden"
            tip="Quick add: a task from a line of text (Q)"
            icon={<Zap size={16} />}
            onClick={onQuick}
          />
          <Button
            look="primary"
            aria-label="New task"
            className="ml-1 max-sm:min-w-11 max-sm:!px-2.5"
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
