import type { TaskFilter } from '#contract/task-filter';

export const contactParts = ['name', 'email', 'phone', 'linkedin'] as const;
export type ContactPart = (typeof contactParts)[number];
export type Contact = Record<ContactPart, string>;

export const contactLabels: Contact = {
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  linkedin: 'LinkedIn address',
};

const leads: Contact = { name: 'Named', email: 'Email', phone: 'Phone', linkedin: 'LinkedIn' };

/** What the filter asks of the person, in words: “Named Anna Weber”, “Email like @weber”. Null when it asks nothing. */
export function contactWords(filter: TaskFilter): string | null {
  const words = contactParts.flatMap((part) => {
    const value = filter[part];
    if (value === undefined) return [];
    const regex = /^\/(.+)\/$/.exec(value)?.[1];
    return `${leads[part]} ${regex === undefined ? value : `like ${regex}`}`;
  });
  return words.length === 0 ? null : words.join(' and ');
}

/** The filter with other words about the person; empty ones are taken away. */
export function withContact(filter: TaskFilter, contact: Contact): TaskFilter {
  const { name: _n, email: _e, phone: _p, linkedin: _l, ...rest } = filter;
  const given = contactParts.flatMap((part) => {
    const value = contact[part].trim();
    return value === '' ? [] : [[part, value] as const];
  });
  return { ...rest, ...Object.fromEntries(given) };
}
