import { expect, test } from 'vitest';

import { connectionName } from './connection-name';

test('a connection is named with its tool, once', () => {
  expect(connectionName({ vendor: 'leadlex', label: 'Sales' })).toBe('LeadLex · Sales');
  expect(connectionName({ vendor: 'lemlist', label: 'lemlist practice team' })).toBe('lemlist practice team');
  expect(connectionName({ vendor: 'saleshandy', label: 'SALESHANDY north' })).toBe('SALESHANDY north');
});
