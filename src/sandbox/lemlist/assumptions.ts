/**
 * What no lemlist document says. Each entry is a guess of ours; when the live API proves one wrong, this is the file to change.
 * Guesses that are rules and not values stand at the end.
 */
export const assumed = {
  /** Tasks on a page of GET /tasks. No limit parameter and no total are documented. */
  taskPageSize: 100,
  /** Create knows four types, the list's filter knows eleven; `linkedin` is in the first set only. */
  typeAfterCreate: { email: 'email', manual: 'manual', phone: 'phone', linkedin: 'linkedinSend' },
  /** The types of the list that count as LinkedIn tasks when media is patched. */
  linkedinTypes: ['linkedinInvite', 'linkedinSend', 'linkedinVoiceNote', 'linkedinReplied'],
  /** Bodies of errors whose status is documented and whose text is not, or neither. */
  text: {
    tooManyRequests: 'Too many requests',
    serverError: 'Internal server error',
    tooLarge: 'Payload too large',
    unknownUser: 'User not found',
    unknownTask: 'Task not found',
    unknownContact: 'Contact not found',
    unknownRecord: 'Record not found',
    slowFilter: 'Filters took too long',
  },
  /** Only LINKEDIN_MEDIA_INVALID_TYPE can be read in the documents; all the other names are invented. */
  mediaCodes: {
    invalidType: 'LINKEDIN_MEDIA_INVALID_TYPE',
    tooMany: 'LINKEDIN_MEDIA_TOO_MANY',
    invalidUrl: 'LINKEDIN_MEDIA_INVALID_URL',
    unsupportedType: 'LINKEDIN_MEDIA_UNSUPPORTED_FORMAT',
    tooLarge: 'LINKEDIN_MEDIA_TOO_LARGE',
    downloadFailed: 'LINKEDIN_MEDIA_DOWNLOAD_FAILED',
    timeout: 'LINKEDIN_MEDIA_DOWNLOAD_TIMEOUT',
  },
  /** How long one file may take to download, in milliseconds. */
  downloadTimeout: 15_000,
  /** Largest JSON body, in bytes. */
  bodyLimit: 1024 * 1024,
  /** How long a list may take, in milliseconds, before its filters are refused. */
  filterTimeout: 1000,
  /** Longest value or regex in a filter, in characters. */
  longestPattern: 1000,
} as const;

/*
 * assumed: the guesses that are a rule and not a value, with the file that follows each.
 *
 * - tasks/list-tasks.ts: Tasks come by due date, then id; past the end the results are empty; ignored tasks
 *   are left out as completed ones are.
 * - tasks/filters.ts: A value equals without regard to case; a phone by its digits, a LinkedIn URL without
 *   scheme, www. and final slash. Regexes ignore case. `in: []` matches nothing. Without a campaign a task
 *   passes `out` and fails `in`. A dueDate range holds both of its days, in UTC.
 * - tasks/task.ts: priority is absent when there is none; images and videos are not answered.
 * - tasks/create-task.ts: recordId wins over leadId; one of the two is required; a contact or a company
 *   gives no campaign; a company is not answered.
 * - tasks/update-task.ts: A closed task can still be edited; done:true completes a pending one only;
 *   done:false changes nothing.
 * - tasks/ignore-tasks.ts: Unknown and closed ids are skipped.
 * - tasks/media.ts: Files are downloaded before the call is answered, one after the other, and the first bad one
 *   refuses the call; a task keeps the links it was given. Each redirect is judged like the link itself, at most three.
 *   The type is told by the bytes, not by the name or the header.
 * - gate/rate-limit.ts: The two seconds begin with the first call. Only calls with a known key count. Retry-
 *   After is what is left of the two seconds.
 * - gate/authenticate.ts: The key is checked before anything else; Bearer counts as no key; both refusals
 *   are a 401.
 * - request.ts: A JSON body needs the JSON content type; whatever else is wrong with a body is Bad params.
 * - records/campaigns.ts: page counts from 1 and offset wins over it; without version=v2 the array is bare.
 * - records/activities.ts: Fields of an activity beyond _id, type and createdAt; a missing version is Bad
 *   params.
 */
