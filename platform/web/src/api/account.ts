import { call, callRaw, query } from './client';
import type { Account, AuditPage } from './types';

/** Which entries of the audit log are listed. */
export type AuditFilter = Readonly<
  Partial<Record<'actor' | 'action' | 'from' | 'to' | 'search', string>>
>;

/** The calls to the user service that are about the account and its audit log. */
export const accountApi = {
  account: () => call<Account>('/api/account'),
  change: (body: Partial<Omit<Account, 'id' | 'createdAt'>>) =>
    call<Account>('/api/account', { method: 'PATCH', body }),
  audit: (filter: AuditFilter, page: number, pageSize: number) =>
    call<AuditPage>(`/api/audit${query({ ...filter, page, pageSize })}`),
  auditCsv: async (filter: AuditFilter) =>
    (await callRaw(`/api/audit/export.csv${query(filter)}`)).blob(),
} as const;
