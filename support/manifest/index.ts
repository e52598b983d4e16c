export { definePlatform, type Platform } from './define-platform';
export type { PlatformInput, PlatformManifest, ServiceManifest } from './schema';
export type {
  Account,
  NewAccount,
  NewTenant,
  Session,
  SessionStorage,
  SessionStrategy,
  StrategyContext,
  Tenant,
  TenantStrategy,
} from './strategies';
export { postgres } from '../launchers/postgres';
