import { Contrast, Monitor, Moon, Sun } from 'lucide-react';

import { IconButton } from '../../../ui/button';
import { Menu, MenuChoice } from '../../../ui/menu';
import { useTheme, type Theme } from './use-theme';

const themes: Record<Theme, string> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
};
const icons = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast } as const;

export function ThemeMenu() {
  const [theme, choose] = useTheme();
  const Icon = icons[theme];
  return (
    <Menu align="end" trigger={<IconButton label={`Colours: ${themes[theme]}`} icon={<Icon size={16} />} />}>
      {(Object.keys(themes) as Theme[]).map((choice) => (
        <MenuChoice key={choice} kind="one" checked={choice === theme} onSelect={() => choose(choice)}>
          {themes[choice]}
        </MenuChoice>
      ))}
    </Menu>
  );
}
