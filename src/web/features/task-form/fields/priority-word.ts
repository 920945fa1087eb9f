import type { Priority } from '#contract/vendors';

const words: Record<Priority, string> = {
  none: 'None',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  urgent: 'Urgent',
};

export function priorityWord(priority: Priority): string {
  return words[priority];
}
