import type { Task } from '#contract/task';

import { singleQuestion, type Question } from '../single-question';
import type { Assignable } from './assignables';

/** Who does the tasks; `tasks` are those at hand, one at least. */
export type AssigneeQuestion = Question<Assignable> & { tasks: readonly Task[] };

export const assigneeQuestion = singleQuestion<Assignable, AssigneeQuestion>();
