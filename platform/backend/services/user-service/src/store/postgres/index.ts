import type { UserStore } from '../userStore';
import { auditStore } from './audit';
import type { Db } from './db';
import { profileStore } from './profiles';
import { settingsStore } from './settings';

/** Keeps everything in the service's own database. */
export function postgresStore(db: Db): UserStore {
  return { profiles: profileStore(db), settings: settingsStore(db), audit: auditStore(db) };
}
