/**
 * What no Saleshandy document says. Each entry is a guess of ours; when the live API proves one wrong, this is the file to
 * change. Guesses that are rules and not values stand at the end.
 */
export const assumed = {
  /** JSON layout of every error; the documents give the number and the text only. */
  errorBody: (code: number, message: string) => ({ code, message }),
  /** Operations whose "Failed to …" is in no list of errors. */
  actions: ['create task', 'fetch prospects', 'change task'],
  /** Numbers of errors whose status alone is known, or neither. */
  codes: { notFound: 4004, tooMany: 4029, tooLarge: 4013 },
  text: {
    tooMany: 'Too many requests',
    tooLarge: 'Payload too large',
    unknownTask: 'Task not found',
    unknownBulkAction: 'Bulk action not found',
    created: 'Task created successfully',
    listed: 'Tasks fetched successfully',
    one: 'Task fetched successfully',
    counted: 'Task counts fetched successfully',
    assignees: 'Assignees fetched successfully',
    completed: 'Task completed successfully',
    skipped: 'Task skipped successfully',
    snoozed: 'Task snoozed successfully',
    noted: 'Task note updated successfully',
    bulk: 'Bulk action started',
    sequences: 'Sequences fetched successfully',
    members: 'Team members fetched successfully',
  },
  /** HTTP status of a create, after the one that is documented for webhook/create; the other verbs answer 200. */
  createdStatus: 201,
  /** Most prospects in one create. */
  mostProspects: 1000,
  /** Calls in each window were seen by an integrator, the length of the window, in milliseconds, was not. */
  rateLimit: 20,
  rateWindow: 1000,
  /** Tasks on a page of GET /tasks unless told, and the most; a larger number is capped. */
  taskPageSize: 25,
  mostTasksOnPage: 100,
  /** How long a bulk action takes, in milliseconds. */
  bulkDelay: 1000,
  /** Words of a bulk action's status and action. */
  bulkStatus: { running: 'in-progress', done: 'completed' },
  bulkAction: { skip: 'bulk-skip', snooze: 'bulk-snooze' },
  /** Keys of the attributes that every prospect has, with made-up ids. */
  attributes: [
    { id: 'aFn4Tq9Lm2', key: 'First Name', column: 'first_name' },
    { id: 'aLn7Rw3Xk8', key: 'Last Name', column: 'last_name' },
    { id: 'aCo2Vb6Hs5', key: 'Company', column: 'company' },
    { id: 'aPh9Nd4Jc7', key: 'Phone Number', column: 'phone' },
    { id: 'aJt5Gm8Zp3', key: 'Job Title', column: 'job_title' },
    { id: 'aLi3Ky7Wf6', key: 'LinkedIn', column: 'linkedin' },
  ],
  /** Largest JSON body, in bytes. */
  bodyLimit: 1024 * 1024,
} as const;

/*
 * assumed: the guesses that are a rule and not a value, with the file that follows each.
 *
 * - tasks/create-tasks.ts: Today is the day in UTC. A due date may be past. Rows come in the order of the ids, an id named twice
 *   makes two tasks. The answer is a success when every row failed. The prospect's owner becomes the assignee, or nobody.
 * - tasks/select-tasks.ts: All fields of a listed task and of the pager. The due date stays what it was when a task is snoozed;
 *   until then its status is snoozed, after that the day it was snoozed to (in UTC) decides between upcoming, dueToday and
 *   overdue. What is not there is null.
 * - tasks/list-tasks.ts: Without a status all tasks are listed; snoozed ones count as upcoming. Tasks come by due date, then by
 *   when they were made; whoever has no value to sort by comes last. A search looks for the text in the prospect's name, email
 *   and company. A page past the end is empty.
 * - tasks/change-task.ts: A closed or unknown task is a 400, no 404 is listed. A call outcome is not kept on a task that is no
 *   call. Snoozing needs a time to come. A note can be written on a closed task.
 * - tasks/bulk-actions.ts: Ids that are unknown or closed are counted as failed, an id named twice counts once. A bulk action that
 *   nobody started is a 404. There is no CSV.
 * - records/prospects.ts: The payload is the array itself. A page size that is not offered is refused, one above 100 is capped;
 *   prospects come newest first. An attribute without a value is "".
 * - records/sequences.ts, records/users.ts: All fields; the assignee list is the whole team.
 * - gate/rate-limit.ts: The window begins with the first call and counts calls with a known key; both x-ratelimit headers are on
 *   every answer, the reset as ISO text.
 * - gate/authenticate.ts: The key is checked before anything else.
 * - request.ts: A JSON body needs the JSON content type. The reason follows the documented text after a colon.
 */
