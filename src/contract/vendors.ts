import { z } from 'zod';

export const vendors = ['lemlist'] as const;
export const vendor = z.enum(vendors);
export type Vendor = z.infer<typeof vendor>;

export const channels = ['email', 'call', 'linkedin', 'whatsapp', 'manual'] as const;
export const channel = z.enum(channels);
export type Channel = z.infer<typeof channel>;

export const priorities = ['none', 'low', 'medium', 'high', 'urgent'] as const;
export const priority = z.enum(priorities);
export type Priority = z.infer<typeof priority>;

const parentKinds = ['contact', 'lead', 'company', 'prospect', 'deal', 'event'] as const;
export const parentKind = z.enum(parentKinds);
export type ParentKind = z.infer<typeof parentKind>;

export const editableFields = ['assigneeId', 'due', 'title', 'text', 'priority', 'media'] as const;
export type EditableField = (typeof editableFields)[number];

/** A vendor's type of task: `creatable` ones are offered by the form, the others only come in lists. */
export type VendorTaskType = { value: string; label: string; channel: Channel; creatable: boolean };

/** What a vendor's API can do, as data. The form, the board and the server read this and never ask for a vendor by name. */
export type VendorRules = {
  label: string;
  types: readonly VendorTaskType[];
  priorities: readonly Priority[];
  edit: readonly EditableField[];
  due: { required: boolean; kinds: readonly ('date' | 'instant')[] };
  /** `one-way`: the vendor offers no way back; `reversible`: it can be reopened. */
  complete: 'one-way' | 'reversible';
  /** `board`: the vendor knows no such status, it is kept on the board alone. */
  ignore: 'one-way' | 'board';
  /** Completing a task that belongs to a campaign may send its message to the person. */
  completingMaySend: boolean;
  parents: { kinds: readonly ParentKind[]; min: number; max: number };
  media: {
    types: readonly string[];
    maxFiles: number;
    maxBytes: number;
    images: readonly string[];
    videos: readonly string[];
  } | null;
};

/** Sources: lemlist's Create Task, Update Task and Get Many Tasks pages; the list's types are those of its `type` filter. */
export const vendorRules: Record<Vendor, VendorRules> = {
  lemlist: {
    label: 'lemlist',
    types: [
      { value: 'email', label: 'Email', channel: 'email', creatable: true },
      { value: 'phone', label: 'Phone call', channel: 'call', creatable: true },
      { value: 'linkedin', label: 'LinkedIn message', channel: 'linkedin', creatable: true },
      { value: 'manual', label: 'Manual task', channel: 'manual', creatable: true },
      { value: 'linkedinInvite', label: 'LinkedIn invitation', channel: 'linkedin', creatable: false },
      { value: 'linkedinSend', label: 'LinkedIn message', channel: 'linkedin', creatable: false },
      { value: 'linkedinVoiceNote', label: 'LinkedIn voice note', channel: 'linkedin', creatable: false },
      { value: 'linkedinReplied', label: 'Answer a LinkedIn reply', channel: 'linkedin', creatable: false },
      { value: 'emailsReplied', label: 'Answer an email reply', channel: 'email', creatable: false },
      { value: 'opportunityReplied', label: 'Follow up a reply', channel: 'email', creatable: false },
      { value: 'opportunityClicked', label: 'Follow up a click', channel: 'email', creatable: false },
      { value: 'whatsappMessage', label: 'WhatsApp message', channel: 'whatsapp', creatable: false },
    ],
    priorities: ['none', 'low', 'medium', 'high'],
    edit: ['assigneeId', 'due', 'title', 'text', 'priority', 'media'],
    due: { required: true, kinds: ['instant'] },
    complete: 'one-way',
    ignore: 'one-way',
    completingMaySend: true,
    parents: { kinds: ['contact', 'company', 'lead'], min: 1, max: 1 },
    media: {
      types: ['linkedin', 'linkedinSend'],
      maxFiles: 6,
      maxBytes: 20 * 1024 * 1024,
      images: ['image/png', 'image/jpeg', 'image/gif'],
      videos: ['video/mp4', 'video/quicktime'],
    },
  },
};

/** The vendor's type by its value; an unknown one is shown as a manual task under the vendor's own word. */
export function vendorTaskType(of: Vendor, value: string): VendorTaskType {
  const known = vendorRules[of].types.find((type) => type.value === value);
  return known ?? { value, label: value, channel: 'manual', creatable: false };
}
