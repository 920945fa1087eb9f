import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { passGate } from '../account/pass-gate';
import { assumed } from './assumptions';
import { authenticate } from './gate/authenticate';
import { answerFaults } from './gate/fault-answers';
import { limitRate } from './gate/rate-limit';
import { prospectRoutes } from './records/prospects';
import { sequenceRoutes } from './records/sequences';
import { userRoutes } from './records/users';
import { answerRefusal, notFound, SaleshandyRefusal } from './refusal';
import { apiPath, type SaleshandyEnv, type SaleshandyParts } from './request';
import { runBulkActions } from './tasks/bulk-actions';
import { taskRoutes } from './tasks/routes';

/** Saleshandy's Open API below its base URL, `https://open-api.saleshandy.com/v1`. */
export function saleshandyApi(parts: SaleshandyParts): Hono<SaleshandyEnv> {
  const api = new Hono<SaleshandyEnv>();
  api.onError(answerRefusal);
  api.use(authenticate(parts));
  const tooLarge = new SaleshandyRefusal(413, assumed.codes.tooLarge, assumed.text.tooLarge);
  api.use(bodyLimit({ maxSize: assumed.bodyLimit, onError: (c) => answerRefusal(tooLarge, c) }));
  passGate(api, {
    ...parts,
    ownerOf: (c) => ({ vendor: 'saleshandy', account: c.get('scope').teamId, key: c.get('key') }),
    pathOf: apiPath,
    limitRate: limitRate(),
    answers: answerFaults(parts.clock),
  });
  api.use(async (c, next) => {
    await runBulkActions(c.get('scope'));
    await next();
  });
  api.route('/tasks', taskRoutes());
  api.route('/prospects', prospectRoutes());
  api.route('/sequences', sequenceRoutes());
  api.route('/user', userRoutes());
  api.all('*', (c) => answerRefusal(notFound(`Cannot ${c.req.method} /v1${apiPath(c)}`), c));
  return api;
}
