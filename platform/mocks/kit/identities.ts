import { randomUUID } from 'node:crypto';
import { IDENTITY_HEADER, type Identity } from '@officina/shared/identity/identity';
import { effectiveRights, type Role } from '@officina/shared/identity/rights';
import { identityTokens } from '@officina/shared/identity/token';

type Headers = Readonly<Record<string, string>>;

/** A person of one account, and the headers with which they ask a service from the inside. */
export interface InsidePerson extends Identity {
  readonly headers: Headers;
}

/** Makes callers as the gateway and services sign them, for exchanges with a service. */
export function identitiesBy(internalKey: string) {
  const tokens = identityTokens(internalKey);
  return {
    person: async (accountId: string, role: Role): Promise<InsidePerson> => {
      const identity: Identity = {
        userId: randomUUID(),
        accountId,
        sessionId: randomUUID(),
        role,
        name: `Some ${role}`,
        email: `${role}@officina.example`,
        rights: effectiveRights(role, {}),
        mfaSetupRequired: false,
      };
      return { ...identity, headers: { [IDENTITY_HEADER]: await tokens.forUser(identity) } };
    },
    /** The headers of somebody whose identity is known. */
    as: async (identity: Identity): Promise<Headers> => ({ [IDENTITY_HEADER]: await tokens.forUser(identity) }),
    service: async (name: string): Promise<Headers> => ({ [IDENTITY_HEADER]: await tokens.forService(name) }),
  };
}
