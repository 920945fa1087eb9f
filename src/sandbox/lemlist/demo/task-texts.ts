import type { Language } from '../../demo/places';
import type { TaskType } from '../tables';

/** `[title, message]`; {first}, {company} and {job} are filled in. */
export type TaskText = readonly [string, string];
type Texts = readonly TaskText[];

/** What a task about a person says, by the task's type. */
export const textsByType: Record<TaskType, Texts> = {
  manual: [
    [
      'Look up who signs at {company}',
      '{first} said budget sits with the CFO. Find the name before the next step.',
    ],
    [
      'Prepare the demo for {first}',
      'Three depots, two languages. Load their sample orders and hide the billing tab.',
    ],
    [
      'Send the security questionnaire',
      '{company} wants it back before the legal review. Use the March version.',
    ],
    ['Keep an eye on {company}', 'They are hiring four account executives. Good moment in about two weeks.'],
    ['Update the offer after the call', '12 seats instead of 8, yearly, 10 % if they sign this month.'],
    ['Ask for a referral', '{first} was happy at the review. Ask about the sister company.'],
  ],
  phone: [
    [
      'Call {first} about the trial',
      'Trial ends in three days and only two of five seats were ever used. What is in the way?',
    ],
    ['Discovery call with {first}', 'Ask: how many reps, which tools today, who decides, by when.'],
    ['Call back, was in a meeting', 'Asked to be called after 15:00 local time. Prefers the mobile number.'],
    ['Confirm the meeting on site', 'Address, parking, and whether the {job} joins.'],
    ['No answer twice, last try', 'If the mailbox picks up: short message, then move to email.'],
  ],
  email: [
    [
      'Send the case study',
      'Hi {first},\n\nas promised, the story of a team your size that cut no-shows by a third. Page 4 is the one for {company}.\n\nShall we look at it together on Thursday?',
    ],
    [
      'Answer the pricing question',
      'Hi {first},\n\nthe yearly plan includes onboarding; monthly does not. For 12 seats that is the cheaper way from month three on.',
    ],
    [
      'Follow up on the proposal',
      'Hi {first},\n\ndid the proposal reach everybody at {company} who has a say? Happy to explain section 3 in ten minutes.',
    ],
    [
      'Introduce the new contact',
      'Hi {first},\n\nfrom Monday on Freya looks after {company}. She knows the whole history; nothing gets lost.',
    ],
  ],
  linkedinInvite: [
    [
      'Invite {first} on LinkedIn',
      'Hi {first}, we met at the logistics meet-up, you spoke about returns. Glad to stay in touch.',
    ],
    ['Connect before the call', 'Hi {first}, talking on Thursday, so let us connect here first.'],
  ],
  linkedinSend: [
    [
      'Thank {first} for connecting',
      'Thanks for connecting, {first}! Your post about hiring at {company} rang a bell. May I ask how you plan the ramp-up?',
    ],
    [
      'Share the one-pager',
      'Hi {first}, here is the one-pager I mentioned. The table on the left is what {company} asked about.',
    ],
    [
      'Nudge after the webinar',
      'Hi {first}, you stayed to the very end of the webinar. Which of the three ideas would you try first?',
    ],
  ],
  linkedinVoiceNote: [
    [
      'Voice note to {first}',
      'Thirty seconds, warm: congratulate on the new role as {job}, mention the two customers in the region, ask for ten minutes.',
    ],
    [
      'Voice note instead of a third message',
      'Two messages unanswered. Say the name of their newest product and one question, no pitch.',
    ],
  ],
  emailsReplied: [
    ['{first} replied: “send me more”', 'Answer today. Attach the comparison and offer two dates.'],
    ['{first} replied: out of office', 'Back next week according to the automatic reply. Move the sequence.'],
    [
      '{first} replied: wrong person',
      'Points to a colleague. Thank, ask for the introduction, add the new contact.',
    ],
  ],
  opportunityReplied: [
    [
      'Hot reply from {company}',
      '{first} asks for a contract draft. Check with legal, answer within the hour.',
    ],
    ['Second reply from {first}', 'Wants to bring the {job} to the next call. Send an invitation for three.'],
  ],
  linkedinReplied: [
    [
      '{first} answered on LinkedIn',
      '“Interesting, but not before the new year.” Thank, set a reminder, no pitch.',
    ],
    [
      'New LinkedIn message from {first}',
      'Asks whether it works with their CRM. It does: send the short video.',
    ],
  ],
  opportunityClicked: [
    [
      '{first} opened the pricing page',
      'Third visit this week, always from {company}. Call while it is warm.',
    ],
    ['Clicked the calendar link, did not book', 'Offer two concrete times instead of the link.'],
  ],
  whatsappMessage: [
    [
      'WhatsApp {first} the address',
      'Hi {first}, see you tomorrow at ten, entrance B. Shall I bring the printed offer?',
    ],
    ['Short check-in by WhatsApp', 'Hi {first}, did the delivery to {company} arrive in one piece? 🙂'],
  ],
};

/** Messages to be sent, in the language of the person. */
export const messagesByLanguage: Partial<Record<Language, readonly string[]>> = {
  de: [
    'Hallo {first},\n\nvielen Dank für das offene Gespräch. Wie besprochen die Übersicht für {company}; die größte Ersparnis steht auf Seite 2.\n\nViele Grüße',
    'Guten Tag {first}, kurze Frage: Wer kümmert sich bei {company} um die Tourenplanung?',
  ],
  fr: [
    'Bonjour {first},\n\nmerci pour votre réponse. Voici l’étude promise ; le tableau de la page 3 concerne {company}.\n\nÀ jeudi ?',
    'Bonjour {first}, ravi d’échanger ici. Qui s’occupe des relances chez {company} ?',
  ],
  es: [
    'Hola {first}:\n\n¿Pudo verlo con el equipo de {company}? Si le va bien, hablamos el miércoles. ¡Gracias!',
  ],
  pl: [
    'Dzień dobry {first},\n\ndziękuję za rozmowę. Przesyłam zestawienie dla {company}. Czy czwartek nadal pasuje?',
  ],
  it: [
    'Buongiorno {first}, le mando il riepilogo per {company}. Possiamo sentirci giovedì? Perché no alle 10?',
  ],
  pt: ['Olá {first}, segue a proposta para {company}. Podemos falar amanhã às 11h?'],
  tr: ['Merhaba {first}, {company} için hazırladığımız özet ektedir. Perşembe günü görüşebilir miyiz?'],
  nordic: ['Hej {first}! Tack för senast. Här är översikten till {company}. Passar torsdag kl. 10?'],
  ja: ['{first}様、先日はお時間をいただきありがとうございました。{company} 様向けの資料をお送りします。'],
  ar: ['مرحبًا {first}، شكرًا على وقتكم. أرفقت لكم الملخص الخاص بـ {company}. هل يناسبكم يوم الخميس؟'],
};

/** What a task about a company, with no person yet, says. */
export const companyTexts: Texts = [
  ['Find the right person at {company}', 'Somebody in operations. The reception transfers before noon only.'],
  [
    'Check the renewal of {company}',
    'Contract ends in 60 days, usage is up by a fifth. Prepare the upgrade.',
  ],
  ['Read the annual report of {company}', 'Page on digital projects; take two quotes for the first email.'],
  ['Invite {company} to the customer day', ''],
];

/** What a task about nobody says. */
export const looseTexts: Texts = [
  ['Clean up last week’s no-shows', 'One line each in the notes, then close or move.'],
  ['Write the weekly numbers', 'Meetings booked, held, and why the rest was not.'],
  ['Rehearse the new opening', ''],
  ['API Reference Illustration', ''],
];
