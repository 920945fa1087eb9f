import { expect, test } from 'vitest';

import { singleQuestion, type Question } from './single-question';

const asked = (hear: Question<string>['hear']) => ({ count: 1, hear });

test('a question is answered once, and then none is open', () => {
  const heard: (string | null)[] = [];
  const { ask, answer, current } = singleQuestion<string, Question<string>>();
  const question = asked((given) => heard.push(given));
  ask(question);
  expect(current()).toBe(question);
  answer(question, 'yes');
  answer(question, 'no');
  expect(heard).toEqual(['yes']);
  expect(current()).toBeNull();
});

test('another question closes the one that is open without an answer', () => {
  const heard: (string | null)[] = [];
  const { ask, current } = singleQuestion<string, Question<string>>();
  const next = asked(() => {});
  ask(asked((given) => heard.push(given)));
  ask(next);
  expect(heard).toEqual([null]);
  expect(current()).toBe(next);
});

test('an answer that leads to the next question is heard once, and the next one is shown', () => {
  const heard: (string | null)[] = [];
  const { ask, answer, current, subscribe } = singleQuestion<string, Question<string>>();
  const shown: (Question<string> | null)[] = [];
  subscribe(() => shown.push(current()));
  const next = asked(() => {});
  const first = asked((given) => {
    heard.push(given);
    ask(next);
  });
  ask(first);
  answer(first, 'yes');
  expect(heard).toEqual(['yes']);
  expect(shown.at(-1)).toBe(next);
});
