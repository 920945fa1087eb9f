import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { passGate } from '../account/pass-gate';
import { assumed } from './assumptions';
import { authenticate } from './gate/authenticate';
import { answerFaults } from './gate/fault-answers';
import { limitRate } from './gate/rate-limit';
import { companyRoutes } from './records/companies';
import { contactRoutes } from './records/contacts';
import { dealRoutes } from './records/deals';
import { eventRoutes } from './records/events';
import { userRoutes } from './records/users';
import { answerRefusal, refuse } from './refusal';
import { apiPath, type LeadlexEnv, type LeadlexParts } from './request';
import { taskRoutes } from './tasks/routes';

/** LeadLex's REST API below `https://data.leadlex.com/functions/v1/api-gateway/v1`. */
export function leadlexApi(parts: LeadlexParts): Hono<LeadlexEnv> {
  const api = new Hono<LeadlexEnv>();
  api.onError(answerRefusal);
  api.use(authenticate(parts));
  api.use(
    bodyLimit({
      maxSize: assumed.bodyLimit,
      onError: (c) => refuse(c, 'payload_too_large', assumed.text.tooLarge),
    }),
  );
  passGate(api, {
    ...parts,
    ownerOf: (c) => ({ vendor: 'leadlex', account: c.get('scope').workspaceId, key: c.get('key') }),
    pathOf: apiPath,
    limitRate: limitRate(),
    answers: answerFaults(parts.clock),
  });
  // PostgreSQL keeps no such character, so no id has one.
  api.use(async (c, next) =>
    c.req.path.includes('\0') ? refuse(c, 'not_found', assumed.text.unknownPath) : next(),
  );
  api.route('/tasks', taskRoutes());
  api.route('/contacts', contactRoutes());
  api.route('/companies', companyRoutes());
  api.route('/deals', dealRoutes());
  api.route('/calendar/events', eventRoutes());
  api.route('/users', userRoutes());
  api.all('*', (c) => refuse(c, 'not_found', assumed.text.unknownPath));
  return api;
}
