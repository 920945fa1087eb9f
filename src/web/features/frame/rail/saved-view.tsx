import { clsx } from 'clsx';
import { ArrowDown, ArrowUp, Copy, Ellipsis, Lock, Pencil, Trash2, Users } from 'lucide-react';
import { useRef } from 'react';

import type { View } from '#contract/view';

import { initials } from '../../../tasks/face/task-words';
import { filterLink } from '../../../tasks/filter-link';
import { filterOfView } from '../../../tasks/views/current-view';
import { IconButton } from '../../../ui/button';
import { Menu, MenuItem, MenuLine } from '../../../ui/menu';
import { RailLink } from './rail-link';
import { useViewPlace } from './use-view-drag';

export type ViewAct = 'rename' | 'share' | 'up' | 'down' | 'delete' | 'copy';

type Props = {
  view: View;
  /** Where it stands among one's own; null for another's, which has no place to change. */
  place: { index: number; of: number } | null;
  current: boolean;
  count: number | null;
  folded: boolean;
  onFollow: () => void;
  onAct: (what: ViewAct) => void;
  /** It is deleted and the focus needs another place. */
  onGone: () => void;
};

/** A saved view in the rail: a link, a menu of what can be done with it, and by drag another place. */
export function SavedView({ view, place, current, count, folded, onFollow, onAct, onGone }: Props) {
  const { id, name, owner, own, shared } = view;
  const item = useRef<HTMLLIElement>(null);
  const gone = useRef(false);
  const { lifted, edge } = useViewPlace(item, id, place?.index ?? null);
  return (
    <li ref={item} data-view={id} className={clsx('group relative flex', lifted && 'opacity-50')}>
      <RailLink
        href={filterLink(filterOfView(view), id)}
        name={own ? name : `${name} · ${owner}`}
        icon={
          <span aria-hidden className="flex w-4 justify-center text-[10px] font-name">
            {initials(name) || '·'}
          </span>
        }
        current={current}
        folded={folded}
        count={count}
        beside
        onFollow={onFollow}
      />
      {!folded && (
        <Menu
          align="end"
          onCloseAutoFocus={(event) => {
            if (!gone.current) return;
            event.preventDefault();
            onGone();
          }}
          trigger={
            <IconButton
              label={`Actions for the view ${name}`}
              tip="Actions"
              size="small"
              className="!absolute top-0.5 right-0.5 !w-7 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 pointer-coarse:top-0 pointer-coarse:right-0 pointer-coarse:!w-11 pointer-coarse:opacity-100"
              icon={<Ellipsis size={16} />}
            />
          }
        >
          {own && (
            <MenuItem icon={<Pencil size={16} />} onSelect={() => onAct('rename')}>
              Rename…
            </MenuItem>
          )}
          {own && owner !== null && (
            <MenuItem
              icon={shared ? <Lock size={16} /> : <Users size={16} />}
              onSelect={() => onAct('share')}
            >
              {shared ? 'Make it private' : 'Share with the team'}
            </MenuItem>
          )}
          {!own && (
            <MenuItem icon={<Copy size={16} />} onSelect={() => onAct('copy')}>
              Save as your own copy
            </MenuItem>
          )}
          {place !== null && place.index > 0 && (
            <MenuItem icon={<ArrowUp size={16} />} onSelect={() => onAct('up')}>
              Move up
            </MenuItem>
          )}
          {place !== null && place.index < place.of - 1 && (
            <MenuItem icon={<ArrowDown size={16} />} onSelect={() => onAct('down')}>
              Move down
            </MenuItem>
          )}
          {own && (
            <>
              <MenuLine />
              <MenuItem
                icon={<Trash2 size={16} />}
                onSelect={() => {
                  gone.current = true;
                  onAct('delete');
                }}
              >
                Delete
              </MenuItem>
            </>
          )}
        </Menu>
      )}
      {edge !== null && (
        <span
          aria-hidden
          className={clsx(
            'pointer-events-none absolute inset-x-1 h-0.5 rounded-full bg-accent',
            edge === 'above' ? '-top-0.5' : '-bottom-0.5',
          )}
        />
      )}
    </li>
  );
}
