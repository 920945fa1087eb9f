import { describe } from 'vitest';

import { describeFailing } from './conformance/failing';
import { describeReading } from './conformance/reading';
import type { Conformance } from './conformance/vendor-under-test';
import { describeWriting } from './conformance/writing';

/** What every adapter must pass, against a vendor reached by real HTTP. */
export function describeConformance(subject: Conformance): void {
  describe(`${subject.name} as a vendor`, () => {
    describeReading(subject);
    describeWriting(subject);
    describeFailing(subject);
  });
}
