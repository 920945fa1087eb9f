import type { Config } from 'tailwindcss';

const variable = (name: string) => `var(--${name})`;

const colors = [
  'canvas',
  'surface',
  'sunken',
  'sunken-edge',
  'raised',
  'hover',
  'hairline',
  'edge',
  'control',
  'ink',
  'muted',
  'accent',
  'accent-hover',
  'accent-soft',
  'accent-text',
  'on-accent',
  'ring',
  'overdue',
  'overdue-soft',
  'today',
  'today-soft',
  'done',
  'done-soft',
  'ignored',
  'ignored-soft',
  'outbound',
  'outbound-soft',
  'danger',
  'on-danger',
  'scrim',
];

export default {
  content: [],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(colors.map((name) => [name, variable(name)])),
    },
    fontFamily: { sans: ['"Inter Variable"', 'system-ui', 'sans-serif'] },
    fontSize: {
      meta: ['12px', '20px'],
      body: ['13px', '20px'],
      title: ['15px', '20px'],
      headline: ['20px', '28px'],
    },
    fontWeight: { normal: '400', medium: '500', name: '600' },
    borderRadius: { none: '0', control: '6px', card: '8px', full: '9999px' },
    boxShadow: { none: 'none', float: variable('shadow-float') },
    extend: {
      borderColor: { DEFAULT: variable('hairline') },
      transitionDuration: { DEFAULT: '140ms' },
      transitionTimingFunction: { DEFAULT: 'cubic-bezier(0.2, 0, 0, 1)' },
    },
  },
} satisfies Config;
