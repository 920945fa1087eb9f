import type { CampaignState } from '../tables';

/** The campaigns of the demo team, each with its state, its age in days and its share of the leads. */
export const campaigns: readonly {
  name: string;
  status: CampaignState;
  age: number;
  share: number;
}[] = [
  { name: 'DACH – Head of Logistics, cold', status: 'running', age: 34, share: 20 },
  { name: 'France: directeurs commerciaux Q4', status: 'running', age: 21, share: 18 },
  { name: 'Webinar follow-up “Fewer no-shows”', status: 'running', age: 9, share: 20 },
  { name: 'Nordics – product-led trial users', status: 'running', age: 55, share: 14 },
  { name: 'Win-back: churned in the spring', status: 'paused', age: 80, share: 10 },
  { name: 'Iberia events (IFEMA, Web Summit)', status: 'ended', age: 140, share: 8 },
  { name: 'APAC pilot 日本・東南アジア', status: 'errors', age: 16, share: 7 },
  { name: 'Old pricing announcement', status: 'archived', age: 300, share: 3 },
];

/** Stages that a lead is in. */
export const leadStates = [
  'inProgress',
  'emailsOpened',
  'emailsReplied',
  'linkedinInviteDone',
  'interested',
  'paused',
] as const;
