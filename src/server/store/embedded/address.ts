import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a cluster listens: a socket in its own directory; loopback where asked, and on Windows, which has no sockets in Node. */
export interface Address {
  host: string;
  port: number;
  /** Only on loopback, where every user of the machine gets to the door; `passwordFile` is for initdb. */
  password?: string;
  passwordFile?: string;
  /** Arguments for initdb. */
  initArgs: string[];
  /** Arguments for postgres. */
  listenArgs: string[];
  release(): Promise<void>;
}

const socketPort = 5432;
// sockaddr_un holds 108 bytes on Linux and 104 on macOS, the final zero among them.
const longestSocketPath = process.platform === 'darwin' ? 103 : 107;

/** Says where the cluster in this directory listens, whether it runs already or not. */
export async function addressOf(cluster: string, tcp: boolean): Promise<Address> {
  if (tcp || process.platform === 'win32') return loopbackAddress(cluster);
  const address = {
    port: socketPort,
    initArgs: ['--auth-local=trust', '--auth-host=reject'],
    listenArgs: ['-k', '.', '-p', String(socketPort), '-c', 'listen_addresses='],
  };
  if (Buffer.byteLength(join(cluster, `.s.PGSQL.${socketPort}`)) <= longestSocketPath) {
    return { ...address, host: cluster, release: async () => {} };
  }
  const short = await mkdtemp(join(tmpdir(), 'outboard-'));
  await symlink(cluster, join(short, 's'));
  return { ...address, host: join(short, 's'), release: () => rm(short, { recursive: true, force: true }) };
}

async function loopbackAddress(cluster: string): Promise<Address> {
  const passwordFile = `${cluster}.password`;
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  const running = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const port = Number(running.split('\n')[3]) || (await freePort());
  return {
    host: '127.0.0.1',
    port,
    passwordFile,
    password: await readFile(passwordFile, 'utf8'),
    initArgs: ['--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    listenArgs: ['-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
    release: async () => {},
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
