import * as z from 'zod/mini';

export const vendors = ['lemlist', 'saleshandy', 'leadlex'] as const;
export const vendor = z.enum(vendors);
export type Vendor = z.infer<typeof vendor>;

export const channels = ['email', 'call', 'linkedin', 'whatsapp', 'manual'] as const;
export const channel = z.enum(channels);
export type Channel = z.infer<typeof channel>;

export const priorities = ['none', 'low', 'medium', 'high', 'urgent'] as const;
export const priority = z.enum(priorities);
export type Priority = z.infer<typeof priority>;

export const parentKind = z.enum(['contact', 'lead', 'company', 'prospect', 'deal', 'event']);
export type ParentKind = z.infer<typeof parentKind>;

export const editableFields = [
  'assigneeId',
  'due',
  'title',
  'text',
  'priority',
  'type',
  'progress',
  'media',
] as const;
export type EditableField = (typeof editableFields)[number];

/** What a type's picture shows. */
export type TaskIcon =
  | 'message'
  | 'chat'
  | 'voice'
  | 'voice-call'
  | 'invite'
  | 'inmail'
  | 'view'
  | 'interact'
  | 'custom'
  | 'introduction'
  | 'demo'
  | 'follow-up'
  | 'reminder'
  | 'call'
  | 'reply'
  | 'click'
  | 'meeting';

/**
 * A vendor's type of task: `creatable` ones are offered by the form, the others only come in lists. `icon`: a picture
 * of its own, where the channel's alone would not tell it from its neighbours.
 */
export type VendorTaskType = {
  value: string;
  label: string;
  channel: Channel;
  creatable: boolean;
  icon?: TaskIcon;
};

/** What a vendor's API can do, as data. The form, the board and the server read this and never ask for a vendor by name. */
export type VendorRules = {
  label: string;
  /** Two letters that stand for it where the label has no room. */
  mark: string;
  /** Where a rep finds the API key; the places are assumed, no page of the sources shows them. */
  keyHint: string;
  types: readonly VendorTaskType[];
  /** The type is any text; `types` only gives known words their channel. */
  freeType: boolean;
  title: 'required' | 'optional' | 'none';
  /** What the vendor calls the text of a task. */
  textLabel: string;
  priorities: readonly Priority[];
  assignee: 'required' | 'optional' | 'none';
  due: { required: boolean; kinds: readonly ('date' | 'instant')[] };
  /** `each`: one task is made for each parent; `one`: one task has them all. */
  parents: { kinds: readonly ParentKind[]; min: number; max: number; byName: boolean; tasks: 'each' | 'one' };
  edit: readonly EditableField[];
  /** What an edit can empty: done by nobody, without a due. */
  clear: readonly ('assigneeId' | 'due')[];
  /** `one-way`: the vendor offers no way back; `reversible`: it can be reopened. */
  complete: 'one-way' | 'reversible';
  /** What a call can have ended in; completing one needs a word of this list. */
  callOutcomes: readonly string[];
  /** `board`: the vendor knows no such status, it is kept on the board alone. */
  ignore: 'one-way' | 'board';
  /** The vendor knows a task that is begun and not done. */
  progress: boolean;
  /** Completing a task that belongs to a campaign may send its message to the person. */
  completingMaySend: boolean;
  /** The vendor's plans, smallest first, where its limits depend on them. */
  plans: readonly { value: string; label: string; callsPerDay: number }[];
  /** A task can be given the date of its making. */
  createdDate: boolean;
  media: {
    types: readonly string[];
    maxFiles: number;
    maxBytes: number;
    images: readonly string[];
    videos: readonly string[];
  } | null;
};

/** A type that the form offers. */
function offered(value: string, label: string, channel: Channel, icon?: TaskIcon): VendorTaskType {
  return { value, label, channel, creatable: true, ...(icon && { icon }) };
}

/** A type that only comes in lists. */
function listed(value: string, label: string, channel: Channel, icon?: TaskIcon): VendorTaskType {
  return { ...offered(value, label, channel, icon), creatable: false };
}

/** Sources: lemlist's Create Task, Update Task and Get Many Tasks pages; the list's types are those of its `type` filter. */
const lemlist: VendorRules = {
  label: 'lemlist',
  mark: 'le',
  keyHint: 'In lemlist: Settings → Integrations → API keys.',
  types: [
    offered('email', 'Email', 'email'),
    offered('phone', 'Phone call', 'call'),
    offered('linkedin', 'LinkedIn message', 'linkedin'),
    offered('manual', 'Manual task', 'manual'),
    listed('linkedinInvite', 'LinkedIn invitation', 'linkedin', 'invite'),
    listed('linkedinSend', 'LinkedIn message', 'linkedin'),
    listed('linkedinVoiceNote', 'LinkedIn voice note', 'linkedin', 'voice'),
    listed('linkedinReplied', 'Answer a LinkedIn reply', 'linkedin', 'reply'),
    listed('emailsReplied', 'Answer an email reply', 'email', 'reply'),
    listed('opportunityReplied', 'Follow up a reply', 'email', 'reply'),
    listed('opportunityClicked', 'Follow up a click', 'email', 'click'),
    listed('whatsappMessage', 'WhatsApp message', 'whatsapp'),
  ],
  freeType: false,
  title: 'optional',
  textLabel: 'Message',
  priorities: ['none', 'low', 'medium', 'high'],
  assignee: 'required',
  due: { required: true, kinds: ['instant'] },
  parents: { kinds: ['contact', 'company', 'lead'], min: 1, max: 1, byName: false, tasks: 'each' },
  edit: ['assigneeId', 'due', 'title', 'text', 'priority', 'media'],
  clear: [],
  complete: 'one-way',
  callOutcomes: [],
  ignore: 'one-way',
  progress: false,
  completingMaySend: true,
  plans: [],
  createdDate: false,
  media: {
    types: ['linkedin', 'linkedinSend'],
    maxFiles: 6,
    maxBytes: 20 * 1024 * 1024,
    images: ['image/png', 'image/jpeg', 'image/gif'],
    videos: ['video/mp4', 'video/quicktime'],
  },
};

/** Sources: Saleshandy's Create Task page; outcomes and edits from its open API pages (`vendors.md` §2.3). */
const saleshandy: VendorRules = {
  label: 'Saleshandy',
  mark: 'Sh',
  keyHint: 'In Saleshandy: Settings → API keys.',
  types: [
    offered('2', 'LinkedIn connection request', 'linkedin', 'invite'),
    offered('3', 'LinkedIn message', 'linkedin', 'message'),
    offered('4', 'LinkedIn InMail', 'linkedin', 'inmail'),
    offered('5', 'LinkedIn profile view', 'linkedin', 'view'),
    offered('6', 'LinkedIn post interaction', 'linkedin', 'interact'),
    offered('9', 'Custom task', 'manual', 'custom'),
    offered('11', 'Introduction call', 'call', 'introduction'),
    offered('12', 'Demo call', 'call', 'demo'),
    offered('13', 'Follow-up call', 'call', 'follow-up'),
    offered('14', 'Reminder call', 'call', 'reminder'),
    offered('15', 'Other call', 'call', 'call'),
    offered('16', 'WhatsApp message', 'whatsapp', 'chat'),
    offered('17', 'WhatsApp voice message', 'whatsapp', 'voice'),
    offered('18', 'WhatsApp voice call', 'whatsapp', 'voice-call'),
  ],
  freeType: false,
  title: 'none',
  textLabel: 'Note',
  priorities: ['none', 'low', 'medium', 'high', 'urgent'],
  assignee: 'none',
  due: { required: false, kinds: ['date'] },
  parents: { kinds: ['prospect'], min: 1, max: 100, byName: false, tasks: 'each' },
  edit: ['text', 'due'],
  clear: [],
  complete: 'one-way',
  callOutcomes: [
    'Interested',
    'Callback Later',
    'Followup',
    'Not Interested',
    'Wrong Number',
    'No Answer',
    'Left Voicemail',
    'Not In Service',
  ],
  ignore: 'one-way',
  progress: false,
  completingMaySend: false,
  plans: [],
  createdDate: false,
  media: null,
};

/** Source: LeadLex's Create Task page; assumed: the update route (`vendors.md` §3.3), and that null in it empties a field. */
const leadlex: VendorRules = {
  label: 'LeadLex',
  mark: 'LL',
  keyHint: 'In LeadLex: Settings → API keys. The key starts with wbk_.',
  types: [
    offered('call', 'Call', 'call'),
    offered('email', 'Email', 'email'),
    offered('linkedin', 'LinkedIn', 'linkedin'),
    offered('meeting', 'Meeting', 'manual', 'meeting'),
  ],
  freeType: true,
  title: 'required',
  textLabel: 'Description',
  priorities: ['low', 'medium', 'high'],
  assignee: 'optional',
  due: { required: false, kinds: ['date', 'instant'] },
  parents: { kinds: ['contact', 'deal', 'event', 'company'], min: 1, max: 4, byName: true, tasks: 'one' },
  edit: ['assigneeId', 'due', 'title', 'text', 'priority', 'type', 'progress'],
  clear: ['assigneeId', 'due'],
  complete: 'reversible',
  callOutcomes: [],
  ignore: 'board',
  progress: true,
  completingMaySend: false,
  plans: [
    { value: 'starter', label: 'Starter (100 calls a day)', callsPerDay: 100 },
    { value: 'pro', label: 'Pro (1,000 calls a day)', callsPerDay: 1000 },
    { value: 'org', label: 'Org (10,000 calls a day)', callsPerDay: 10_000 },
  ],
  createdDate: true,
  media: null,
};

export const vendorRules: Record<Vendor, VendorRules> = { lemlist, saleshandy, leadlex };

/** The vendor's type by its value; an unknown one is shown as a manual task under the vendor's own word. */
export function vendorTaskType(of: Vendor, value: string): VendorTaskType {
  const known = vendorRules[of].types.find((type) => type.value.toLowerCase() === value.toLowerCase());
  return known ?? { value, label: value === '' ? 'Task' : value, channel: 'manual', creatable: false };
}
