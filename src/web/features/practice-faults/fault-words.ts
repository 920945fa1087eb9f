import type { PracticeFault, PracticeFaultName } from '#contract/practice-faults';

type Words = {
  name: string;
  /** What the vendor does, and what the board then shows. */
  effect: string;
};

export const faultWords: Record<PracticeFaultName, Words> = {
  limited: {
    name: 'Too many requests',
    effect: 'Refuses each call and says when to come back. Cards wait, and the connection says until when.',
  },
  down: {
    name: 'Out of order',
    effect: 'Fails at each call. Cards wait, and the connection says when it is tried again.',
  },
  silent: {
    name: 'Never answers',
    effect: 'Leaves each call hanging and does nothing. Cards are checked or wait; nothing is done twice.',
  },
  nonsense: {
    name: 'Nonsense',
    effect: 'Answers a web page instead of data. Cards are checked or wait; nothing closes by that.',
  },
  slow: {
    name: 'Slow',
    effect: 'Takes 3 seconds for each answer. The board stays as quick as ever; cards are saved later.',
  },
  'key-refused': {
    name: 'Key refused',
    effect: 'Does not know the API key any more. Cards wait, and the connection asks for a key.',
  },
  'lost-answer': {
    name: 'Loses its answer',
    effect:
      'Does what a change asks, but the answer never arrives. Cards say “checking”, then end done once.',
  },
  'partial-success': {
    name: 'Refuses one person',
    effect:
      'Makes the next new task for all people but one, and for a lone one not at all. The form and that card say why.',
  },
  'ambiguous-name': {
    name: 'Name is ambiguous',
    effect:
      'Knows two people by each full name. A new task linked to a name as typed asks which one is meant.',
  },
};

/** "Works as it should", or what is on in the order in which a call meets it. */
export function stateWords(on: readonly PracticeFault[]): string {
  if (on.length === 0) return 'Works as it should';
  const [first = '', ...rest] = on.map(({ name }) => faultWords[name].name);
  return [first, ...rest.map((name) => `then ${lowered(name)}`)].join(', ');
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** How long one that is on stays so. */
export function endWords({ callsLeft }: PracticeFault): string {
  if (callsLeft === null) return 'Until switched off';
  return callsLeft === 1 ? '1 call left' : `${callsLeft} calls left`;
}
