import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '../../../fixtures';
import { problemOf } from '../inventory/support/answer';
import { strangerApi } from '../inventory/support/stranger';
import { at, inState, line, listed, PRESCRIPTIONS, sendPrescription, take, written } from './support/prescriptions';
import type { Person, Prescription } from './support/prescriptions';
import { handIn, PDF } from './support/files';
import { userOf } from './support/people';

type Deed =
  | 'list'
  | 'read'
  | 'history'
  | 'create'
  | 'upload'
  | 'edit'
  | 'checks'
  | 'review'
  | 'approve'
  | 'dispense'
  | 'reject'
  | 'label'
  | 'readProfile'
  | 'writeProfile';

type Answers = Readonly<Record<Deed, number>>;

interface Party {
  readonly patient: Person;
  readonly doctor: Person;
}

const everything: Answers = {
  list: 200,
  read: 200,
  history: 200,
  create: 201,
  upload: 201,
  edit: 200,
  checks: 200,
  review: 200,
  approve: 200,
  dispense: 200,
  reject: 200,
  label: 200,
  readProfile: 200,
  writeProfile: 200,
};
const nothing: Answers = {
  list: 403,
  read: 403,
  history: 403,
  create: 403,
  upload: 403,
  edit: 403,
  checks: 403,
  review: 403,
  approve: 403,
  dispense: 403,
  reject: 403,
  label: 403,
  readProfile: 403,
  writeProfile: 403,
};
const noDecision = { review: 403, approve: 403, dispense: 403, reject: 403, label: 403 } as const;
const onlyReading = { create: 403, edit: 403, checks: 403, writeProfile: 403 } as const;

/** Does everything as somebody, each on a prescription where its state allows it. */
async function tryAll(
  who: APIRequestContext,
  owner: APIRequestContext,
  party: Party,
): Promise<Answers> {
  const [received, reviewed, approved] = await Promise.all([
    inState(owner, 'received', party),
    inState(owner, 'in-review', party),
    inState(owner, 'approved', party),
  ]);
  const profile = `${PRESCRIPTIONS}/patients/${party.patient.id}/profile`;
  const fields = { patientId: party.patient.id, patientName: party.patient.name };
  const status = async (answer: Promise<{ status(): number }>) => (await answer).status();
  return {
    list: await status(who.get(PRESCRIPTIONS)),
    read: await status(who.get(at(received))),
    history: await status(who.get(`${at(received)}/history`)),
    create: await status(sendPrescription(who, party)),
    upload: await status(handIn(who, PDF, fields)),
    edit: await status(who.patch(at(received), { data: { lines: [line()] } })),
    checks: await status(who.get(`${at(received)}/checks`)),
    review: await status(take(who, received, 'review')),
    approve: await status(take(who, reviewed, 'approve')),
    label: await status(who.get(`${at(approved)}/label.pdf`)),
    dispense: await status(take(who, approved, 'dispense')),
    reject: await status(take(who, await inState(owner, 'in-review', party), 'reject')),
    readProfile: await status(who.get(profile)),
    writeProfile: await status(who.put(profile, { data: { allergies: ['penicillin'] } })),
  };
}

test.describe('rights on prescriptions by role', { tag: ['@area:prescriptions', '@needs:api-gateway', '@needs:prescription-service'] }, () => {
  for (const { role, may } of [
    { role: 'owner', may: everything },
    { role: 'pharmacist', may: everything },
    { role: 'assistant', may: nothing },
    { role: 'doctor', may: { ...everything, ...noDecision } },
    { role: 'patient', may: { ...everything, ...noDecision, ...onlyReading } },
  ] as const) {
    test(`what ${role} may do`, async ({ api, auth }) => {
      const [owner, who] = await Promise.all([api.as('owner'), api.as(role)]);
      const self = await userOf(auth, role);
      expect(await tryAll(who, owner, { patient: self, doctor: self })).toEqual(may);
    });
  }

  test('an assistant who was granted the right helps, but decides nothing', async ({ api, auth }) => {
    const [owner, assistant] = await Promise.all([api.as('owner'), api.as('assistant')]);
    const self = await userOf(auth, 'assistant');
    const overrides = { prescriptions: 'grant' };
    await owner.put(`/api/users/${self.id}/permissions`, { data: { overrides } });
    expect(await tryAll(assistant, owner, { patient: self, doctor: self })).toEqual({
      ...everything,
      create: 403,
      edit: 403,
      approve: 403,
      reject: 403,
      writeProfile: 403,
    });
  });

  test('a refusal names what is missing', async ({ api }) => {
    const [owner, assistant, doctor] = await Promise.all([
      api.as('owner'),
      api.as('assistant'),
      api.as('doctor'),
    ]);
    const prescription = await written(owner);
    const noRight = await problemOf(await assistant.get(PRESCRIPTIONS));
    expect(noRight).toMatchObject({ code: 'missing-right', detail: 'This needs the right "prescriptions".' });
    const wrongRole = await problemOf(await take(doctor, prescription, 'approve'));
    expect(wrongRole).toMatchObject({
      code: 'missing-right',
      detail: 'To approve needs one of the roles "owner", "pharmacist"; yours is "doctor".',
    });
  });

  test('a right that is taken away holds at once', async ({ api, auth }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    expect((await doctor.get(PRESCRIPTIONS)).status()).toBe(200);
    const { id } = await userOf(auth, 'doctor');
    await owner.put(`/api/users/${id}/permissions`, { data: { overrides: { prescriptions: 'deny' } } });
    expect((await doctor.get(PRESCRIPTIONS)).status()).toBe(403);
  });

  for (const { role, other } of [
    { role: 'patient', other: 'doctor' },
    { role: 'doctor', other: 'patient' },
  ] as const) {
    test(`a ${role} finds their own prescriptions and nobody else's`, async ({ api, auth }) => {
      const [owner, who] = await Promise.all([api.as('owner'), api.as(role)]);
      const self = await userOf(auth, role);
      const own = await written(owner, { [role]: self });
      const foreign = await written(owner, { [other]: self });
      expect((await listed(who)).items.map(({ id }) => id)).toEqual([own.id]);
      expect((await who.get(at(foreign))).status()).toBe(404);
    });
  }

  test("a patient reads their own allergies and nobody else's", async ({ api, auth }) => {
    const [owner, patient] = await Promise.all([api.as('owner'), api.as('patient')]);
    const self = await userOf(auth, 'patient');
    const own = `${PRESCRIPTIONS}/patients/${self.id}/profile`;
    await owner.put(own, { data: { allergies: ['ibuprofen'] } });
    expect(await (await patient.get(own)).json()).toEqual({ allergies: ['ibuprofen'] });
    const other = `${PRESCRIPTIONS}/patients/${crypto.randomUUID()}/profile`;
    expect((await patient.get(other)).status()).toBe(404);
  });

  test('another account finds nothing of all this', async ({ api, stack, playwright }) => {
    const owner = await api.as('owner');
    const one: Prescription = await inState(owner, 'in-review');
    const stranger = await strangerApi(playwright.request, stack.apiUrl);
    expect(await listed(stranger)).toMatchObject({ items: [], total: 0 });
    const answers = {
      read: (await stranger.get(at(one))).status(),
      history: (await stranger.get(`${at(one)}/history`)).status(),
      file: (await stranger.get(`${at(one)}/file`)).status(),
      label: (await stranger.get(`${at(one)}/label.pdf`)).status(),
      checks: (await stranger.get(`${at(one)}/checks`)).status(),
      edit: (await stranger.patch(at(one), { data: { note: 'Mine' } })).status(),
      review: (await take(stranger, one, 'review')).status(),
      approve: (await take(stranger, one, 'approve')).status(),
      reject: (await take(stranger, one, 'reject')).status(),
      dispense: (await take(stranger, one, 'dispense')).status(),
    };
    await stranger.dispose();
    expect(new Set(Object.values(answers)), JSON.stringify(answers)).toEqual(new Set([404]));
  });

  test('nobody gets in without signing in', async ({ api }) => {
    const response = await (await api.anonymous()).get(PRESCRIPTIONS);
    expect(response.status()).toBe(401);
    expect((await problemOf(response)).code).toBe('not-signed-in');
  });
});
