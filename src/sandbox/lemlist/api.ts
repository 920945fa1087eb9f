import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { passGate } from '../account/pass-gate';
import { assumed } from './assumptions';
import { authenticate } from './gate/authenticate';
import { answerFaults, webApp } from './gate/fault-answers';
import { limitRate } from './gate/rate-limit';
import { activityRoutes } from './records/activities';
import { campaignRoutes } from './records/campaigns';
import { companyRoutes } from './records/companies';
import { contactRoutes } from './records/contacts';
import { leadRoutes } from './records/leads';
import { teamRoutes } from './records/team';
import { userRoutes } from './records/users';
import { answerRefusal } from './refusal';
import { apiPath, type LemlistEnv, type LemlistParts } from './request';
import { taskRoutes } from './tasks/routes';

/** lemlist's REST API below its base URL, `https://api.lemlist.com/api`. */
export function lemlistApi(parts: LemlistParts): Hono<LemlistEnv> {
  const api = new Hono<LemlistEnv>();
  api.onError(answerRefusal);
  api.use(authenticate(parts));
  api.use(bodyLimit({ maxSize: assumed.bodyLimit, onError: (c) => c.text(assumed.text.tooLarge, 413) }));
  passGate(api, {
    ...parts,
    ownerOf: (c) => ({ vendor: 'lemlist', account: c.get('scope').teamId, key: c.get('key') }),
    pathOf: apiPath,
    limitRate: limitRate(),
    answers: answerFaults(parts.clock),
  });
  api.route('/tasks', taskRoutes(parts));
  api.route('/team', teamRoutes());
  api.route('/users', userRoutes());
  api.route('/contacts', contactRoutes());
  api.route('/leads', leadRoutes());
  api.route('/companies', companyRoutes());
  api.route('/campaigns', campaignRoutes());
  api.route('/activities', activityRoutes());
  // Unknown paths reach the web app, with status 200.
  api.all('*', webApp);
  return api;
}
