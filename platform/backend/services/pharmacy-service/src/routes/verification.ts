import { isUniqueViolation } from '@officina/shared/database/errors';
import { identity, requireRight } from '@officina/shared/identity/guards';
import { notFound } from '@officina/shared/problems/problem';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { officeIn } from '../audit/entry';
import { changeLocation } from '../changing';
import type { Db, PharmacyKit } from '../kit';
import { location, verificationDecision, verificationRequest } from '../schema';
import { accountOf } from '../store/locations';
import { decided, glnTaken, requested, withdrawn } from '../verification';

const request = createRoute({
  method: 'post',
  path: '/api/pharmacies/{id}/verification',
  summary: 'Ask the office to verify a location by its GLN',
  middleware: requireRight('users'),
  request: { params: idParams, body: jsonBody(verificationRequest) },
  responses: { 200: jsonAnswer(location, 'The location, its verification pending') },
});

const withdraw = createRoute({
  method: 'delete',
  path: '/api/pharmacies/{id}/verification',
  summary: 'Withdraw a pending verification',
  middleware: requireRight('users'),
  request: { params: idParams },
  responses: { 200: jsonAnswer(location, 'The location, unverified') },
});

const decide = createRoute({
  method: 'post',
  path: '/internal/pharmacies/{id}/verification',
  summary: 'Decide a pending verification, for the office',
  request: { params: idParams, body: jsonBody(verificationDecision) },
  responses: { 200: jsonAnswer(location, 'The location, verified or refused') },
});

async function refuseTaken(db: Db, gln: string, id: string): Promise<void> {
  const other = await db
    .selectFrom('locations')
    .select('id')
    .where('gln', '=', gln)
    .where('verification_state', '=', 'verified')
    .where('id', '!=', id)
    .executeTakeFirst();
  if (other) throw glnTaken(gln);
}

/** Verifying locations by their GLN. */
export function addVerification(api: Api, kit: PharmacyKit): void {
  api.openapi(request, async (c) => {
    const { id } = c.req.valid('param');
    const { gln } = c.req.valid('json');
    const after = await changeLocation(kit, { id, by: identity(c) }, async (before, trx) => {
      const change = requested(before.verification.state, gln);
      await refuseTaken(trx, gln, id);
      return change;
    });
    return c.json(after, 200);
  });
  api.openapi(withdraw, async (c) => {
    const of = { id: c.req.valid('param').id, by: identity(c) };
    const after = await changeLocation(kit, of, ({ verification }) => withdrawn(verification.state));
    return c.json(after, 200);
  });
  api.openapi(decide, async (c) => {
    const { id } = c.req.valid('param');
    const decision = c.req.valid('json');
    const accountId = await accountOf(kit.db, id);
    if (accountId === undefined) throw notFound('location');
    let gln: string | null = null;
    const of = { id, by: officeIn(accountId) };
    const after = await changeLocation(kit, of, ({ verification }) => {
      gln = verification.gln;
      return decided(verification.state, decision);
    }).catch((error: unknown) => {
      // Two locations may have asked with one GLN; the database lets it be verified once.
      throw isUniqueViolation(error, 'locations_verified_gln') ? glnTaken(gln, error) : error;
    });
    return c.json(after, 200);
  });
}
