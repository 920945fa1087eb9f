/**
 * What no LeadLex document that we have says. Each entry is a guess of ours; when the live API proves one wrong, this is the file
 * to change. Guesses that are rules and not values stand at the end.
 */
export const assumed = {
  /** Rows of a page where a call does not say otherwise; 50 and 100 are documented for GET /tasks only. */
  perPage: 50,
  mostPerPage: 100,
  /** Largest JSON body, in bytes. */
  bodyLimit: 1024 * 1024,
  /** Ids that the message of an ambiguous reference names at most. */
  mostCandidates: 10,
  /** Texts whose code is documented or guessed, and whose words are not. */
  text: {
    invalidKey: 'Invalid or expired API key',
    rateLimited: 'Rate limit exceeded',
    serverError: 'Internal server error',
    notJson: 'Request body must be a JSON object',
    tooLarge: 'Request body is too large',
    unknownPath: 'Endpoint not found',
    missingTitle: 'title is required',
    notFound: (what: string) => `${what} not found in this workspace`,
    noMatch: (field: string, name: string) => `No match for ${field} "${name}"`,
    ambiguous: (field: string, name: string, ids: string[]) =>
      `${field} "${name}" matches more than one record. Candidates: ${ids.join(', ')}`,
  },
} as const;

/*
 * assumed: the guesses that are a rule and not a value, with the file that follows each.
 *
 * - gate/authenticate.ts: The key is checked before anything else; without a key the answer is the same 401, under the
 *   budget of the smallest plan.
 * - gate/permissions.ts: A permission is named as the task page names one (`activities:write`); reading asks for
 *   `activities:read`, `contacts:read`, `deals:read`, `companies:read`, `calendar:read` and `users:read`.
 * - gate/rate-limit.ts: A minute begins with the first call. The headers tell of the minute or the day, whichever has
 *   fewer calls left. Calls that were refused with 429 do not count for the day; all others do. No Retry-After is sent.
 * - refusal.ts: `internal_error` and `payload_too_large`; an unknown path is `not_found`.
 * - tasks/routes.ts: A create and an update answer 200.
 * - tasks/task.ts: The answer of a create also has description, task_type and company_id; what is not there is null. The
 *   blocks of a listed task are `contact` {id, full_name, email, company_name}, `company` {id, name}, `deal` {id, title}
 *   and `event` {id, title}, null where there is none.
 * - tasks/task-input.ts: null and '' are as good as absent for ids and names. A date and time may lack its zone. A title
 *   of blanks is missing.
 * - links/resolve-links.ts: An id that the workspace does not have, of whatever form, is a 404 `not_found`, an assignee's too.
 *   company_id is taken in the body, although only the error text and the data-integrity page name it.
 * - links/find-by-name.ts, name-match.ts: company_name alone satisfies the parent rule. A name without a match is a 409
 *   `no_match`. The same name but for case and accents wins over nearly the same; nearly is when each word asked for
 *   begins a word of the name, or is one letter off a word of it from four letters on. An ambiguous company_name is
 *   refused as a contact_name is.
 * - tasks/created-date.ts: Both ends of the window are in it. What is not a timestamp with a zone is replaced as well.
 * - tasks/list-tasks.ts: Tasks come by created_date, then id; without `status` they come in all three.
 * - tasks/update-task.ts: PATCH /tasks/{id} takes the fields of a create and changes those that are sent; null clears one.
 *   The parent rule holds for what is left. created_date stays as it was where a create would replace it. There is no
 *   GET and no DELETE of one task.
 * - records/*: Field names beyond those in the documents; order by name, title or start, then id; a deal's status is one
 *   of open, won, lost; deals are not filtered by date. `sort` of contacts takes full_name, first_name, last_name, email,
 *   company_name and created_at. The window of events is asked for with `from` and `to` (YYYY-MM-DD, both included).
 *   Notes are empty, `include=deals` gives {id, title, status, stage}, open_tasks are the first due that are not
 *   completed.
 */
