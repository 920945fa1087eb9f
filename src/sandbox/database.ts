import { type Kysely, type Migration, Migrator } from 'kysely';

import { type CallTables, callMigration } from './call-log';
import { effectMigration, type EffectTables } from './effects';
import { type FaultTables, faultMigration } from './faults';
import { type LeadlexTables, leadlexMigration } from './leadlex/tables';
import { lemlistFilesMigration, type LemlistTables, lemlistMigration } from './lemlist/tables';
import { type SaleshandyTables, saleshandyMigration } from './saleshandy/tables';

/** Every table of the sandbox; all of them live in the PostgreSQL schema `sandbox`. */
export type SandboxDatabase = CallTables &
  EffectTables &
  FaultTables &
  LemlistTables &
  SaleshandyTables &
  LeadlexTables;

// oxlint-disable-next-line typescript/no-explicit-any -- the caller's tables are none of our business
export type AnyDatabase = Kysely<any>;

const migrations: Record<string, Migration> = {
  '001-faults': faultMigration,
  '002-calls': callMigration,
  '003-lemlist': lemlistMigration,
  '004-saleshandy': saleshandyMigration,
  '005-leadlex': leadlexMigration,
  '006-lemlist-files': lemlistFilesMigration,
  '007-effects': effectMigration,
};

/** The same connections, seen as the sandbox's own tables. */
export function sandboxTables(db: AnyDatabase): Kysely<SandboxDatabase> {
  return db.withSchema('sandbox');
}

/** Brings the schema `sandbox` up to date; safe to call at every start and from several processes. Throws what PostgreSQL says. */
export async function migrateSandbox(db: AnyDatabase): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableSchema: 'sandbox',
    migrationTableName: 'sandbox_migration',
    migrationLockTableName: 'sandbox_migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
