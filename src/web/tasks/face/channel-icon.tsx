import { Mail, MessageCircle, NotebookPen, Phone } from 'lucide-react';

import type { Channel } from '#contract/vendors';

export const channelNames: Record<Channel, string> = {
  email: 'Email',
  call: 'Call',
  linkedin: 'LinkedIn',
  whatsapp: 'WhatsApp',
  manual: 'Manual task',
};

const icons = {
  email: Mail,
  call: Phone,
  linkedin: LinkedInMark,
  whatsapp: MessageCircle,
  manual: NotebookPen,
} as const;

/** The channel by its shape; `named` gives it an accessible name where no words stand beside it. */
export function ChannelIcon({ channel, named = false }: { channel: Channel; named?: boolean }) {
  const Icon = icons[channel];
  const name = channelNames[channel];
  const speech = named ? { role: 'img', 'aria-label': name, 'data-tip': name } : { 'aria-hidden': true };
  return <Icon size={16} className="shrink-0" {...speech} />;
}

/** Drawn here because the icon set has no brands. */
function LinkedInMark({ size, ...rest }: { size: number; className?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...rest}
    >
      <rect x="3" y="3" width="18" height="18" rx="3" />
      <path d="M8 11v6M8 7.5v.01M12 17v-6M12 13.5a2.5 2.5 0 0 1 5 0V17" />
    </svg>
  );
}
