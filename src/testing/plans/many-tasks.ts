/** Puts tasks of the first workspace onto a connection ($1), so many ($2), of every ten so many open ($3) and the rest closed, three for each ignored one. */
export const insertManyTasks = `
  insert into tasks (workspace_id, id, connection_id, vendor, vendor_task_id, status, channel, vendor_type, title, text,
    priority, due_at, due_sort, assignee_id, parents, person_name, person_company, person_email, person_keys, media,
    outbound, created_at, closed_at)
  select 1, overlay(overlay(md5('task ' || n) placing '4' from 13) placing '8' from 17)::uuid, $1,
    (select vendor from connections where id = $1), 'one-of-many-' || n, status,
    (array['call', 'email', 'linkedin', 'manual', 'whatsapp'])[1 + n % 5], (array['call', 'email', 'linkedin', 'todo', 'whatsapp'])[1 + n % 5],
    (array['Call about the renewal', 'Send the offer', 'Ask for the signature', 'Confirm the date', 'Follow up on the demo',
      'Answer the question', 'Send the case study', 'Introduce the new contact', 'Check the invoice', 'Plan the kick-off'])[1 + n / 10 % 10]
      || ' ' || n,
    'What was agreed last time, what they asked for, and what should come out of it. Number ' || n || '.',
    (array['none', 'low', 'medium', 'high'])[1 + n % 4],
    due, due, null,
    jsonb_build_array(jsonb_build_object('kind', 'contact', 'id', 'contact-' || (n / 3), 'name', 'Contact ' || (n / 3))),
    'Contact ' || (n / 3), 'Company ' || (n / 30), 'contact' || (n / 3) || '@company' || (n / 30) || '.example',
    array['email contact' || (n / 3) || '@company' || (n / 30) || '.example'], '[]', false,
    now() - interval '90 days' * ((n * 7919::bigint) % 1000) / 1000,
    case when status = 'pending' then null else now() - interval '90 days' * ((n * 104729::bigint) % 10000) / 10000 end
  from (
    select n, case when n % 10 < $3::int then 'pending' when n % 4 < 3 then 'completed' else 'ignored' end as status,
      now() - interval '14 days' + interval '70 days' * ((n::bigint * 7919) % 100000) / 100000 as due
    from generate_series(1, $2::int) as n
  ) as numbered`;

/** Puts into the ledger what reps did to them: each closed task was completed, some open ones are put off, held or failed. */
export const insertTheirCommands = `
  insert into commands (workspace_id, id, task_id, connection_id, kind, state, payload, before, after, actor, hold_until,
    run_at, attempts, created_at, settled_at, batch)
  select 1, gen_random_uuid(), id, connection_id, case status when 'pending' then 'snooze' else 'complete' end,
    case when status <> 'pending' then 'sent' when n % 1000 = 0 then 'held' when n % 500 = 0 then 'failed' else 'sent' end,
    '{}', '{}', case status when 'pending' then jsonb_build_object('due', jsonb_build_object('kind', 'instant', 'at', due_at))
      else jsonb_build_object('status', status) end,
    case n % 20 when 0 then 'rep' else 'Rep ' || n % 20 end, done_at, done_at, 1, done_at, done_at,
    case when n % 4 = 0 then overlay(overlay(md5('batch ' || n / 40) placing '4' from 13) placing '8' from 17)::uuid end
  from (
    select *, row_number() over (order by created_at, id) as n,
      coalesce(closed_at, now() + interval '1 hour') as done_at
    from tasks where workspace_id = 1 and connection_id = $1
  ) as numbered where status = 'completed' or n % 20 = 0
  order by n`;
