import type { Address } from './address';
import type { Binaries } from './binaries';
import type { Launcher } from './launcher';

export interface Cluster {
  directory: string;
  binaries: Binaries;
  launcher: Launcher;
  address: Address;
  /** For tests only: gives up durability for speed. */
  fast: boolean;
}

export const superuser = 'outboard';
