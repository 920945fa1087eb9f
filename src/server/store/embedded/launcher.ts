import type { SpawnOptions } from 'node:child_process';
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** How a PostgreSQL program is started here: as whom, and through which program. */
export interface Launcher {
  /** Whom the cluster's files must belong to; null where that is whoever runs this process. */
  owner: { uid: number; gid: number } | null;
  command(program: string, args: string[]): { file: string; args: string[] };
  options: SpawnOptions;
}

const nobody = { uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root, so root starts it as the cluster's owner, or as nobody.
 * @param paths what that user must be able to reach: the programs and the cluster's parent
 * @param cluster directory of an existing cluster, or of one to be made
 */
export async function launcherFor(paths: string[], cluster: string): Promise<Launcher> {
  const found = await stat(cluster).catch(() => null);
  const me = process.getuid?.();
  if (me !== 0) {
    if (found && me !== undefined && found.uid !== me) {
      throw new Error(
        `${cluster} belongs to another user (uid ${found.uid}): it was made by a start as that user or as root. ` +
          'Start as root or as that user, or set DATA_DIR to another directory.',
      );
    }
    return { owner: null, command: (file, args) => ({ file, args }), options: { env: environment() } };
  }
  const owner = found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : nobody;
  const reachable = await Promise.all(paths.map((path) => isReachable(path, owner)));
  if (reachable.every(Boolean)) {
    return { owner, command: (file, args) => ({ file, args }), options: { env: environment(), ...owner } };
  }
  const prefix = await passThroughPrivateParents(owner);
  return {
    owner,
    command: (program, args) => ({ file: 'setpriv', args: [...prefix, program, ...args] }),
    options: { env: environment() },
  };
}

// Only what the programs need: the server's own secrets stay out of the database's environment.
function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, LC_ALL: 'C', ...(SystemRoot ? { SystemRoot } : {}), ...(TEMP ? { TEMP } : {}) };
}

async function isReachable(path: string, owner: { uid: number; gid: number }): Promise<boolean> {
  for (let place = await realpath(path); ; place = dirname(place)) {
    const { mode, uid, gid } = await stat(place);
    const allowed = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
    if (!(mode & allowed)) return false;
    if (place === dirname(place)) return true;
  }
}

// A 0700 home as of root lets nobody else through. A capability to pass directories keeps the data where
// DATA_DIR says; PostgreSQL also asks access(2), which drops capabilities unless no_setuid_fixup is set.
async function passThroughPrivateParents(owner: { uid: number; gid: number }): Promise<string[]> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const held = Number.parseInt(/^CapEff:\s*(\w+)/m.exec(status)?.[1]?.slice(-2) ?? '0', 16);
  const capability = held & 4 ? 'dac_read_search' : held & 2 ? 'dac_override' : null;
  if (!capability) {
    throw new Error(
      'PostgreSQL may not run as root, and the user it runs as instead cannot reach this directory. ' +
        'Start as an ordinary user, move the project out of the private home, or set DATABASE_URL.',
    );
  }
  return [
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    `--inh-caps=-all,+${capability}`,
    `--ambient-caps=-all,+${capability}`,
    '--',
  ];
}
