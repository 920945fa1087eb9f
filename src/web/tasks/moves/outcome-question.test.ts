import { expect, test } from 'vitest';

import { sampleTask } from '#testing/sample-task';

import { answerOutcome, askOutcome, outcomeQuestion } from './outcome-question';

const words = ['Interested', 'No Answer'];
const otherWords = ['Won', 'Lost'];
const [first, second, third] = ['a', 'b', 'c'].map((id) => sampleTask({ id })) as [
  ReturnType<typeof sampleTask>,
  ReturnType<typeof sampleTask>,
  ReturnType<typeof sampleTask>,
];

test('calls that wait for the same list share one answer, another list is asked after it', () => {
  const said: string[] = [];
  askOutcome([first], words, (outcome) => said.push(`a ${outcome}`));
  askOutcome([second], words, (outcome) => said.push(`b ${outcome}`));
  askOutcome([third], otherWords, (outcome) => said.push(`c ${outcome}`));
  const question = outcomeQuestion();
  expect(question?.tasks.map(({ id }) => id)).toEqual(['a', 'b']);

  answerOutcome(question!, 'No Answer');
  expect(said).toEqual(['a No Answer', 'b No Answer']);

  expect(outcomeQuestion()?.tasks).toEqual([third]);
  answerOutcome(outcomeQuestion()!, 'Won');
  expect(said.at(-1)).toBe('c Won');
  expect(outcomeQuestion()).toBeNull();
});

test('a call that is asked about twice is completed once', () => {
  const said: (string | null)[] = [];
  askOutcome([first], words, (outcome) => said.push(outcome));
  askOutcome([first], words, (outcome) => said.push(outcome));
  answerOutcome(outcomeQuestion()!, 'Interested');
  expect(said).toEqual(['Interested']);
});

test('a question that is closed without an answer tells each call that it stays', () => {
  const said: (string | null)[] = [];
  askOutcome([first, second], words, (outcome) => said.push(outcome));
  askOutcome([third], words, (outcome) => said.push(outcome));
  answerOutcome(outcomeQuestion()!, null);
  expect([said, outcomeQuestion()]).toEqual([[null, null], null]);
});
