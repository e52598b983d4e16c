import type { ColumnType, Generated } from 'kysely';

interface ProfileTable {
  user_id: string;
  account_id: string;
  phone: Generated<string>;
}

interface AccountTable {
  id: string;
  phone: Generated<string>;
  email: string;
  time_zone: Generated<string>;
}

interface AuditTable {
  id: Generated<string>;
  account_id: string;
  at: Generated<Date>;
  actor_id: string | null;
  actor_name: string;
  action: string;
  target_type: string | null;
  target_id: string | null;
  target_name: string | null;
  details: ColumnType<Readonly<Record<string, unknown>>, string, never>;
  auth_event: number | null;
}

interface AuditCursorTable {
  account_id: string;
  last_event: ColumnType<string, number, number>;
}

/** The tables of user-service. */
export interface UserTables {
  profiles: ProfileTable;
  account_settings: AccountTable;
  audit_entries: AuditTable;
  audit_cursors: AuditCursorTable;
}
