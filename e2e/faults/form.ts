/** `npm run test:faults`; otherwise the short form, as part of all tests. */
export const thorough = import.meta.env.MODE === 'thorough';

/** How long this run is: its seed, which `FAULTS_SEED` repeats, and how many rounds, which `FAULTS_ROUNDS` says. */
export const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);
export const rounds = Number(process.env.FAULTS_ROUNDS ?? (thorough ? 96 : 3));

/** A part of the rounds, at least one. */
export const share = (part: number) => Math.max(1, Math.round(rounds * part));
