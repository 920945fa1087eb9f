import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Room for a young database, and for little more. */
const size = '320m';

/** A disk of its own that can be full, in memory. */
export class SmallDisk {
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** Null where this user may not mount one. */
  static mount(): SmallDisk | null {
    const directory = mkdtempSync(join(tmpdir(), 'outboard-disk-'));
    const options = ['-t', 'tmpfs', '-o', `size=${size},mode=0755`, 'tmpfs', directory];
    const { status } = spawnSync('/bin/mount', options, { stdio: 'ignore' });
    if (status === 0) return new SmallDisk(directory);
    rmSync(directory, { recursive: true, force: true });
    return null;
  }

  /** Writes until nothing more goes in, not a byte. */
  fill(): void {
    const file = openSync(this.#filler, 'a');
    for (let length = 2 ** 20; length >= 1; length = Math.floor(length / 16)) {
      const piece = Buffer.alloc(length, 'x');
      while (fits(file, piece));
    }
    closeSync(file);
  }

  empty(): void {
    rmSync(this.#filler, { force: true });
  }

  unmount(): void {
    spawnSync('/bin/umount', ['--lazy', this.directory], { stdio: 'ignore' });
    rmSync(this.directory, { recursive: true, force: true });
  }

  get #filler(): string {
    return join(this.directory, 'filler');
  }
}

function fits(file: number, piece: Buffer): boolean {
  try {
    return writeSync(file, piece) === piece.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
