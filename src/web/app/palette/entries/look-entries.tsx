import { CalendarClock, Contrast, Keyboard, Monitor, Moon, Rows2, Rows3, Sun } from 'lucide-react';

import type { Theme } from '../../../features/frame/look/use-theme';
import type { Entry } from '../../../features/palette/entry';
import type { Density } from '../../../tasks/face/card-face';
import { actionEntry } from './action-entry';

export type LookWays = {
  density: Density;
  onDensity: (density: Density) => void;
  theme: Theme;
  onTheme: (theme: Theme) => void;
  letters: boolean;
  onLetters: (on: boolean) => void;
  onTime: () => void;
};

const size = 16;

/** How the board looks, and whether single letters do something. */
export function lookEntries({ density, onDensity, theme, onTheme, ...ways }: LookWays): Entry[] {
  const dense =
    density === 'compact'
      ? actionEntry('roomy', 'Roomy cards', 'density comfortable', <Rows2 size={size} />, {
          run: () => onDensity('comfortable'),
        })
      : actionEntry('compact', 'Compact cards', 'density', <Rows3 size={size} />, {
          run: () => onDensity('compact'),
        });
  const themes = [
    ['light', 'Light colours', <Sun key="light" size={size} />],
    ['dark', 'Dark colours', <Moon key="dark" size={size} />],
    ['contrast', 'High contrast colours', <Contrast key="contrast" size={size} />],
    ['system', 'Colours as the system', <Monitor key="system" size={size} />],
  ] as const;
  const { letters, onLetters, onTime } = ways;
  const letterWords = letters ? 'Switch letter keys off' : 'Switch letter keys on';
  return [
    dense,
    ...themes
      .filter(([name]) => name !== theme)
      .map(([name, words, icon]) =>
        actionEntry(`theme-${name}`, words, 'theme mode look', icon, { run: () => onTheme(name) }),
      ),
    actionEntry('time', 'Time and dates', 'time zone format clock 24 hours', <CalendarClock size={size} />, {
      run: onTime,
    }),
    actionEntry('letters', letterWords, 'keyboard shortcuts single', <Keyboard size={size} />, {
      run: () => onLetters(!letters),
    }),
  ];
}
