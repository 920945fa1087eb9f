// Loaded into the server before its own code: its clock runs ahead of the machine's by the milliseconds in a file, which
// is read again at each SIGUSR2. So a claim, a hold or a wait is over when the test says so, and nobody sleeps for it.
import { readFileSync } from 'node:fs';

const RealDate = Date;
let ahead = 0;

function read() {
  ahead = Number(readFileSync(process.env.CLOCK_AHEAD_FILE ?? '', 'utf8'));
}

const now = () => RealDate.now() + ahead;

read();
process.on('SIGUSR2', read);
globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, parts, newTarget) =>
    Reflect.construct(target, parts.length === 0 ? [now()] : parts, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
