import { priorities, type Priority } from '../vendors';

/** Where a priority stands when the most urgent comes first; the database keeps the same number. */
export function priorityRank(priority: Priority): number {
  return priorities.length - 1 - priorities.indexOf(priority);
}

// One sign of the first for one of the second, as the database's column `person_sort` has it: neither side needs a language.
const letters =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÝýÿŚśŠšŻżŹźŽžŁłĆćČčŃńĘęĄą';
const plain =
  'abcdefghijklmnopqrstuvwxyzaaaaaaaaaaaacceeeeeeeeiiiiiiiinnoooooooooooouuuuuuuuyyysssszzzzzzllccccnneeaa';
const signsOf = (text: string): string[] => text.match(/./gsu) ?? [];
const plainOf = new Map(signsOf(letters).map((letter, index) => [letter, plain[index] ?? letter]));
const mostLetters = 60;

/** By what people are put in order: the beginning of the name without regard to case and accents; those without a name last. */
export function personOrder(name: string | null): string {
  if (name === null || name === '') return '1';
  const start = signsOf(name).slice(0, mostLetters);
  return `0${start.map((letter) => plainOf.get(letter) ?? letter).join('')}`;
}
