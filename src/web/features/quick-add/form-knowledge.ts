import type { Connection } from '#contract/connection';
import type { FieldError } from '#contract/errors';
import type { NewTask } from '#contract/new-task';
import type { Parent } from '#contract/parent';
import type { Channel, Priority, VendorTaskType } from '#contract/vendors';

import type { DueParts } from '../../tasks/due/due-parts';

/** What a line asks for, with what was asked back; null where the line is silent. */
export type Wish = {
  connection: Connection;
  channel: Channel | null;
  words: string;
  due: DueParts | null;
  priority: Priority | null;
  parents: readonly Parent[];
};

/** What the form knows of a new task, so that a line is filled up, checked and remembered as a form is. */
export type FormKnowledge = {
  lastConnection: string | null;
  /** The type that the task will have; null where the tool has none of the channel. */
  typeOf: (
    connection: Connection,
    channel: Channel | null,
  ) => Pick<VendorTaskType, 'label' | 'channel'> | null;
  /** When it will be due. */
  dueOf: (connection: Connection, due: DueParts | null) => DueParts;
  /** The body of the create, or what is wrong with it at which field. */
  check: (wish: Wish, id: string) => { body: NewTask; errors: null } | { body: null; errors: FieldError[] };
  /** The next task begins with this one's tool and type. */
  remember: (body: NewTask) => void;
};
