import type { AuditEntry } from '@officina/shared/audit/entry';
import { noContent, serviceClient } from '@officina/shared/client/serviceClient';
import type { PeerOptions } from '@officina/shared/client/serviceClient';
import { Problem } from '@officina/shared/problems/problem';
import { z } from 'zod';

const knownUser = z.object({ id: z.uuid(), name: z.string() });

/** The calls to user-service. */
export function userClient(options: Omit<PeerOptions, 'peer'>) {
  const { call } = serviceClient({ ...options, peer: 'user-service' });
  return {
    /** Whether the account has this user. */
    hasUser: async (accountId: string, id: string): Promise<boolean> => {
      const path = `/internal/users/${id}?accountId=${accountId}`;
      try {
        const known = await call({ path, answer: knownUser });
        return known.id === id;
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return false;
        throw error;
      }
    },
    tellAudit: (body: AuditEntry) =>
      call({ method: 'POST', path: '/internal/audit', body, answer: noContent }),
  };
}

/** The calls to user-service. */
export type UserClient = ReturnType<typeof userClient>;
