import { randomUUID } from 'node:crypto';
import { endOf } from '../../backend/services/user-service/src/audit/schema';
import type { AuditFilter, AuditItem } from '../../backend/services/user-service/src/audit/schema';
import type {
  AccountSettings,
  AuditStore,
  ProfileStore,
  UserStore,
} from '../../backend/services/user-service/src/store/userStore';
import { contains } from '../kit';

interface Profile {
  readonly accountId: string;
  readonly phone: string;
}

interface StoredEntry extends AuditItem {
  readonly accountId: string;
}

function profileStore(): ProfileStore {
  const profiles = new Map<string, Profile>();
  return {
    phonesOf: async (accountId) => {
      const own = [...profiles].filter(([, profile]) => profile.accountId === accountId);
      return new Map(own.map(([id, { phone }]) => [id, phone]));
    },
    phoneOf: async (userId) => profiles.get(userId)?.phone ?? '',
    savePhone: async ({ id, accountId }, phone) => void profiles.set(id, { accountId, phone }),
    remove: async (userId) => void profiles.delete(userId),
  };
}

function fits({ at, actor, action, target, details }: AuditItem, filter: AuditFilter): boolean {
  if (filter.actor && actor.id !== filter.actor) return false;
  if (filter.action && action !== filter.action) return false;
  if (filter.from && new Date(at) < new Date(filter.from)) return false;
  if (filter.to && new Date(at) >= endOf(filter.to)) return false;
  const text = [actor.name, action, ...(target ? [target.name] : []), JSON.stringify(details)].join(' ');
  return !filter.search || contains(text, filter.search);
}

function auditStore(): AuditStore {
  const entries = new Map<string, StoredEntry>();
  const events = new Set<number>();
  const cursors = new Map<string, number>();
  const add = (entry: StoredEntry): void => void (entries.has(entry.id) || entries.set(entry.id, entry));
  // Of one millisecond, what came last is the newest.
  const fitting = (accountId: string, filter: AuditFilter): StoredEntry[] =>
    [...entries.values()]
      .filter((entry) => entry.accountId === accountId && fits(entry, filter))
      .reverse()
      .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return {
    record: async ({ accountId, userId, name }, { action, target, details = {} }) => {
      const actor = { id: userId, name };
      add({ id: randomUUID(), accountId, at: new Date().toISOString(), actor, action, target, details });
    },
    keep: async (entry) => add({ ...entry, at: new Date(entry.at).toISOString() }),
    keepEvents: async (accountId, told) => {
      for (const { id, at, userId, userName, action, details } of told) {
        if (events.has(id)) continue;
        events.add(id);
        const actor = { id: userId, name: userName };
        add({ id: randomUUID(), accountId, at, actor, action: `auth.${action}`, target: null, details });
      }
    },
    lastEvent: async (accountId) => cursors.get(accountId) ?? 0,
    moveOn: async (accountId, last) => void cursors.set(accountId, Math.max(last, cursors.get(accountId) ?? 0)),
    read: async (accountId, wanted) =>
      fitting(accountId, wanted)
        .slice(wanted.offset, wanted.offset + wanted.limit)
        .map(({ accountId: _, ...item }) => item),
    count: async (accountId, filter) => fitting(accountId, filter).length,
  };
}

/** Keeps in memory what user-service keeps in its database. */
export function memoryStore(): UserStore {
  const settings = new Map<string, AccountSettings>();
  return {
    profiles: profileStore(),
    settings: {
      read: async (accountId) => settings.get(accountId),
      save: async (accountId, given) => void settings.set(accountId, given),
    },
    audit: auditStore(),
  };
}
