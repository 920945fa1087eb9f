import { CalendarClock, Contrast, Monitor, Moon, Sun } from 'lucide-react';
import { useRef, useState } from 'react';

import { IconButton } from '../../../ui/button';
import { lazyPart } from '../../../ui/lazy-part';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../../ui/menu';
import { useTheme, type Theme } from './use-theme';

const TimeSettings = lazyPart(async () => (await import('../time/time-settings')).TimeSettings);

const themes: Record<Theme, string> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
};
const icons = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast } as const;

/** The colours, and the way to time zone and dates. */
export function ThemeMenu() {
  const [theme, choose] = useTheme();
  const [timing, setTiming] = useState(false);
  const asked = useRef(false);
  // Once the menu has given the focus back, so that the dialog knows where it came from.
  const openNext = () => {
    if (asked.current) setTiming(true);
    asked.current = false;
  };
  const Icon = icons[theme];
  const trigger = (
    <IconButton label={`Colours: ${themes[theme]}`} tip="Colours, time and dates" icon={<Icon size={16} />} />
  );
  return (
    <>
      <Menu align="end" trigger={trigger} onCloseAutoFocus={openNext}>
        {(Object.keys(themes) as Theme[]).map((choice) => (
          <MenuChoice key={choice} kind="one" checked={choice === theme} onSelect={() => choose(choice)}>
            {themes[choice]}
          </MenuChoice>
        ))}
        <MenuLine />
        <MenuItem icon={<CalendarClock size={16} />} onSelect={() => (asked.current = true)}>
          Time and dates…
        </MenuItem>
      </Menu>
      {timing && <TimeSettings onClose={() => setTiming(false)} />}
    </>
  );
}
