import { call, query } from './client';
import type { Invitation, Overrides, Page, Permissions, Role, User } from './types';

/** Which users are listed, and in which order. */
export type UserFilter = Readonly<
  Partial<Record<'search' | 'role' | 'status' | 'sort', string>>
> & {
  readonly page?: number;
  readonly pageSize?: number;
};

/** What can be changed of a user. */
export interface UserChange {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly role?: Role;
}

/** Who is invited. */
export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly phone: string;
}

const at = (id: string): string => `/api/users/${id}`;

/** The calls to the user service that are about users. */
export const usersApi = {
  list: (filter: UserFilter) => call<Page<User>>(`/api/users${query(filter)}`),
  invite: (body: NewUser) =>
    call<{ user: User; invitation: Invitation }>('/api/users', { method: 'POST', body }),
  renewInvitation: async (id: string) =>
    (await call<{ invitation: Invitation }>(`${at(id)}/invitation`, { method: 'POST' })).invitation,
  change: (id: string, body: UserChange) => call<User>(at(id), { method: 'PATCH', body }),
  deactivate: (id: string) => call<User>(`${at(id)}/deactivate`, { method: 'POST' }),
  activate: (id: string) => call<User>(`${at(id)}/activate`, { method: 'POST' }),
  remove: (id: string) => call<void>(at(id), { method: 'DELETE' }),
  permissions: (id: string) => call<Permissions>(`${at(id)}/permissions`),
  setPermissions: (id: string, overrides: Overrides) =>
    call<Permissions>(`${at(id)}/permissions`, { method: 'PUT', body: { overrides } }),
} as const;
