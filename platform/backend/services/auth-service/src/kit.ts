import type { Logger } from '@officina/shared/logging/logger';
import type { Kysely } from 'kysely';

import type { SecretBox } from './mfa/secretBox';
import type { AuthSettings } from './settings';
import type { AuthTables } from './tables';
import type { AccessTokens } from './tokens/accessTokens';

/** What every route of auth-service works with. */
export interface AuthKit {
  readonly db: Kysely<AuthTables>;
  readonly settings: AuthSettings;
  readonly access: AccessTokens;
  readonly box: SecretBox;
  readonly log: Logger;
}

/** The database, or a transaction on it. */
export type Db = Kysely<AuthTables>;
