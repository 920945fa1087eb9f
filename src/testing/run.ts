export const templateName = 'outboard_template';

const urlVariable = 'OUTBOARD_TEST_DATABASE';

/** Tells the run's workers, which inherit the environment, where the run's PostgreSQL listens. */
export function announceDatabase(connection: {
  host: string;
  port: number;
  user: string;
  password?: string;
}): void {
  const { host, port, user, password } = connection;
  const address = new URL('postgres://localhost');
  address.username = user;
  address.password = password ?? '';
  address.searchParams.set('host', host);
  address.searchParams.set('port', String(port));
  process.env[urlVariable] = address.href;
}

/** Address of one database in the run's PostgreSQL. */
export function databaseUrl(name: string): string {
  const address = process.env[urlVariable];
  if (!address) throw new Error('The test database runs only inside of vitest with the global set-up.');
  const url = new URL(address);
  url.pathname = name;
  return url.href;
}

/** Where the run's server for component tests listens; the config says it, because its proxy must know too. */
export function serverSocket(): string {
  const path = process.env.OUTBOARD_TEST_SERVER;
  if (!path) throw new Error('The server for component tests runs only inside of vitest.');
  return path;
}
