import { freshGtin } from '../../inventory/support/gtin';
import { line } from '../../prescriptions/support/prescriptions';
import { picture } from '../../messages/support/files';
import { PDF } from '../../prescriptions/support/files';
import { tomorrow } from '../../teleconsultation/support/consultations';
import { freshMarker, invite, join, register, type Member, type Place } from './account';
import { mustGet } from './ask';
import type { References } from './sample';

/** An account that has one of each thing, and the people who can see them. */
export interface Victim extends Place {
  readonly owner: Member;
  readonly doctor: Member;
  readonly patient: Member;
  /** What stands in a path, by the segment before it: `items` for `/api/inventory/items/{id}`. */
  readonly inPath: References;
  /** The same by the name of a field that points to it. */
  readonly inFields: References;
}

interface Made {
  readonly id: string;
}

/** Sends requests in the name of a member. */
function callsOf(apiUrl: string, { token }: Member) {
  const call =
    (method: string) =>
    <T = Made>(path: string, body?: unknown): Promise<T> =>
      mustGet<T>({ method, url: `${apiUrl}${path}`, token, body });
  return { get: call('GET'), post: call('POST'), put: call('PUT'), patch: call('PATCH') };
}

type Calls = ReturnType<typeof callsOf>;

function fileNamed(name: string): FormData {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(PDF.buffer)], `${name}.pdf`, { type: PDF.mimeType }));
  return form;
}

async function makeStock(owner: Calls, marker: string) {
  const gtin = freshGtin();
  const item = { gtin, name: marker, strength: '5 mg', form: 'Tablet', reorderLevel: 30, targetLevel: 40 };
  const { id } = await owner.post('/api/inventory/items', item);
  const goods = { lot: marker.slice(0, 20), expiresOn: tomorrow(40_000).slice(0, 10), quantity: 20 };
  const batch = await owner.post(`/api/inventory/items/${id}/batches`, goods);
  return { item: id, batch: batch.id, gtin };
}

async function makeMessages(owner: Calls, doctor: Calls, { marker, to }: { marker: string; to: Member }) {
  const sent = await owner.post('/api/messages/attachments', fileNamed(marker));
  const loose = await owner.post('/api/messages/attachments', fileNamed(marker));
  const body = { subject: marker, text: marker, participantIds: [to.id], attachmentIds: [sent.id] };
  const thread = await owner.post('/api/messages/threads', body);
  const { items } = await doctor.get<{ items: readonly Made[] }>('/api/notifications');
  return { thread: thread.id, sent: sent.id, loose: loose.id, notification: items[0]?.id ?? '' };
}

async function makePrescription(owner: Calls, { marker, patient }: { marker: string; patient: Member }) {
  const form = fileNamed(marker);
  form.append('patientId', patient.id);
  form.append('patientName', `patient ${marker}`);
  const { id } = await owner.post('/api/prescriptions/uploads', form);
  const note = { lines: [line({ instructions: marker })], note: marker };
  const { lines } = await owner.patch<{ lines: readonly Made[] }>(`/api/prescriptions/${id}`, note);
  await owner.put(`/api/prescriptions/patients/${patient.id}/profile`, { allergies: [marker] });
  await owner.post(`/api/prescriptions/${id}/review`);
  await owner.post(`/api/prescriptions/${id}/approve`, {});
  return { prescription: id, line: lines[0]?.id ?? '' };
}

async function makeConsultation(doctor: Calls, patient: Calls, marker: string) {
  const slots = '/api/consultations/slots';
  const offer = (minutes: number) => doctor.post(slots, { startsAt: tomorrow(minutes), minutes: 20 });
  const [taken, free] = [await offer(0), await offer(60)];
  const { id } = await patient.post(`${slots}/${taken.id}/book`, { reason: marker });
  const at = `/api/consultations/${id}`;
  await patient.post(`${at}/consent`, { accepted: true });
  await doctor.post(`${at}/join`);
  await patient.post(`${at}/join`);
  await patient.post(`${at}/chat`, { text: marker });
  await doctor.put(`${at}/notes`, { text: marker });
  return { consultation: id, slot: free.id };
}

async function makePlace(owner: Calls, marker: string) {
  const fields = { street: marker, postcode: '3011', city: 'Bern', country: 'CH' };
  const openingHours = [{ day: 1, from: '08:00', to: '18:00' }];
  const { id, slug } = await owner.post<Made & { slug: string }>('/api/pharmacies', { name: marker, openingHours, ...fields });
  const at = `/api/pharmacies/${id}`;
  const form = new FormData();
  form.append('file', new File([new Uint8Array(picture.buffer)], picture.name, { type: picture.mimeType }));
  form.append('caption', marker);
  const photo = await owner.post(`${at}/photos`, form);
  await owner.put(`${at}/holidays`, { holidays: [{ date: '2031-08-01', name: marker, from: null, to: null }] });
  await owner.post(`${at}/verification`, { gln: freshGtin() });
  await owner.patch(at, { status: 'published' });
  return { location: id, slug, photo: photo.id };
}

/** Makes an account with one of each thing, all of them with the account's marker in their words. */
export async function makeVictim(apiUrl: string): Promise<Victim> {
  const place: Place = { apiUrl, marker: freshMarker('victim') };
  const owner = await register(place);
  const [doctor, patient, guest] = await Promise.all([
    join(place, owner, 'doctor'),
    join(place, owner, 'patient'),
    invite(place, owner, 'pharmacist'),
  ]);
  const { marker } = place;
  const [asOwner, asDoctor, asPatient] = [owner, doctor, patient].map((one) => callsOf(apiUrl, one)) as [Calls, Calls, Calls];
  const [stock, messages, rx, meeting, site, sessions] = await Promise.all([
    makeStock(asOwner, marker),
    makeMessages(asOwner, asDoctor, { marker, to: doctor }),
    makePrescription(asOwner, { marker, patient }),
    makeConsultation(asDoctor, asPatient, marker),
    makePlace(asOwner, marker),
    asOwner.get<{ sessions: readonly Made[] }>('/api/auth/sessions'),
  ]);
  // The first owner who looks makes the account's settings.
  await asOwner.get('/api/account');
  return {
    ...{ ...place, owner, doctor, patient },
    inPath: {
      users: guest.id,
      sessions: sessions.sessions[0]?.id ?? '',
      invitations: guest.invitation,
      pharmacies: site.location,
      photos: site.photo,
      public: site.slug,
      items: stock.item,
      scan: stock.gtin,
      threads: messages.thread,
      attachments: messages.sent,
      notifications: messages.notification,
      prescriptions: rx.prescription,
      patients: patient.id,
      consultations: meeting.consultation,
      slots: meeting.slot,
    },
    inFields: {
      managerId: doctor.id,
      participantIds: doctor.id,
      attachmentIds: messages.loose,
      batchId: stock.batch,
      itemId: stock.item,
      doctor: doctor.id,
      doctorId: doctor.id,
      patient: patient.id,
      patientId: patient.id,
      actor: doctor.id,
      lines: rx.line,
    },
  };
}

/**
 * The address of a route with the victim's things in its path.
 *
 * @throws Error that names the route when no thing is known for a parameter, so that none is forgotten.
 */
export function pathOn({ inPath }: Pick<Victim, 'inPath'>, path: string): string {
  return path.replaceAll(/\/([\w-]+)\/\{(\w+)\}/g, (_, segment: string, parameter: string) => {
    const thing = inPath[segment];
    if (thing) return `/${segment}/${encodeURIComponent(thing)}`;
    throw new Error(
      `The victim has nothing for {${parameter}} of ${path}: make one in specs/e2e/access/support/victim.ts ` +
        `and give it to inPath.${segment}.`,
    );
  });
}
