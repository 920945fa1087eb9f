import { describe, expect, it } from 'vitest';

import { createTestDatabase } from '#testing/database';
import { startHarness } from '#testing/harness';

describe('a server whose database is gone', () => {
  it('lives, says that it is not ready, answers no details, and still stops', async () => {
    const database = await createTestDatabase();
    const outboard = await startHarness({ databaseUrl: database.url });
    expect(await outboard.call('GET', '/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await outboard.call('GET', '/readyz')).toEqual({ status: 200, body: { status: 'ok' } });
    await database.destroy();
    expect(await outboard.call('GET', '/healthz')).toMatchObject({ status: 200 });
    expect(await outboard.call('GET', '/readyz')).toEqual({ status: 503, body: { status: 'not ready' } });
    const broken = await outboard.call('GET', '/api/connections');
    expect(broken.status).toBe(500);
    expect(JSON.stringify(broken.body)).not.toMatch(/test_|database/);
    await outboard.stop();
  });
});
