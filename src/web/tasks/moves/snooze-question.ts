import type { Due } from '#contract/dates';
import type { Task } from '#contract/task';

import { singleQuestion, type Question } from './single-question';

/** Until when the task sleeps. */
export type SnoozeQuestion = Question<Due> & { task: Task };

export const snoozeQuestion = singleQuestion<Due, SnoozeQuestion>();
