import { expect, test } from 'vitest';

import { zoneName } from '../../../tasks/clock/zone-name';
import { offsetIn, zonesFor } from './zone-list';

const now = new Date('2026-11-22T12:00:00Z');
const found = (text: string) => zonesFor(text, now).map(zoneName);

test('a zone tells by how much its clocks are ahead now, in summer otherwise than in winter', () => {
  expect(offsetIn('Europe/Berlin', now)).toBe('UTC+1');
  expect(offsetIn('Europe/Berlin', new Date('2026-07-01T12:00:00Z'))).toBe('UTC+2');
  expect(offsetIn('America/St_Johns', now)).toBe('UTC−3:30');
  expect(offsetIn('Asia/Kathmandu', now)).toBe('UTC+5:45');
  expect(offsetIn('UTC', now)).toBe('UTC');
});

test('a zone is found by a part of its name, as it is called today or as the browser calls it', () => {
  expect(found('berl')).toEqual(['Europe/Berlin']);
  expect(found('new york')).toEqual(['America/New York']);
  expect(found('kathmandu')).toEqual(['Asia/Kathmandu']);
  expect(found('utc')).toContain('UTC');
  expect(found('atlantis')).toEqual([]);
});

test('a zone is found by its offset', () => {
  expect(found('+5:45')).toEqual(['Asia/Kathmandu']);
  expect(found('utc-3:30')).toEqual(['America/St Johns']);
  expect(found('UTC+14')).toContain('Pacific/Kiritimati');
  expect(found('+1')).not.toContain('Pacific/Kiritimati');
});

test('before anything is typed some that many people live in are offered, from west to east', () => {
  const hours = zonesFor(' ', now).map((zone) =>
    Number(/[+−][\d]+/.exec(offsetIn(zone, now))?.[0].replace('−', '-') ?? 0),
  );
  expect(hours.length).toBeGreaterThan(10);
  expect(hours).toEqual(hours.toSorted((one, other) => one - other));
});
