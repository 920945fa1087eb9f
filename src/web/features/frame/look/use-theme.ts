import { keepText } from '../../../ui/kept/memory';
import { useKept } from '../../../ui/kept/use-kept';

const place = 'outboard.theme';
const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** The rep's choice of colours; public/theme.js applies it and follows the system where there is none. */
export function useTheme(): [theme: Theme, choose: (theme: Theme) => void] {
  const [theme] = useKept(place, themes);
  return [theme, (chosen) => keepText(place, chosen === 'system' ? null : chosen)];
}
