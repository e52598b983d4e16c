import type { UploadedFile } from '@officina/shared/uploads/upload';
import { readUpload } from '@officina/shared/uploads/upload';
import { idParams } from '@officina/shared/service/api';
import type { Identity } from '@officina/shared/identity/identity';
import { refuseOthers } from '../../backend/services/prescription-service/src/access';
import { keptLines, prescriptionOf } from '../../backend/services/prescription-service/src/form';
import { noticeOf } from '../../backend/services/prescription-service/src/peers/notices';
import {
  newPrescription,
  prescriptionChange,
  prescriptionOfService,
  type NewLine,
} from '../../backend/services/prescription-service/src/schema';
import { requireState } from '../../backend/services/prescription-service/src/states';
import { actorOf, type Actor } from '../../backend/services/prescription-service/src/history';
import { patientOf, uploadForm, UPLOADS } from '../../backend/services/prescription-service/src/uploading';
import { bodyOf, formOf, paramsOf } from '../kit';
import type { Desk } from './desk';
import type { Entry } from './store';

interface Person {
  readonly id: string;
  readonly name: string;
}

interface Incoming {
  readonly accountId: string;
  readonly patient: Person;
  readonly doctor: Person | null;
  readonly lines: readonly NewLine[];
  readonly note: string;
  readonly file?: UploadedFile;
  readonly reference?: string;
}

function takeIn({ store, tell }: Desk, actor: Actor, incoming: Incoming): Entry {
  const { patient, doctor, file } = incoming;
  const source = file ? 'uploaded' : 'created';
  const entry = store.add(
    {
      account_id: incoming.accountId,
      patient_id: patient.id,
      patient_name: patient.name,
      doctor_id: doctor?.id ?? null,
      doctor_name: doctor?.name ?? null,
      source,
      lines: keptLines(incoming.lines, []),
      note: incoming.note,
      reference: incoming.reference ?? null,
    },
    file,
  );
  store.record(entry, actor, { action: source, from: null, to: entry.row.state });
  const notice = noticeOf(entry.row, 'received', actor.id);
  if (notice) tell(notice);
  return entry;
}

const selfOf = ({ userId: id, name }: Identity): Person => ({ id, name });

function writing(desk: Desk) {
  const { http, guarded, callers } = desk;
  return http.post('/api/prescriptions', guarded(async ({ request, response }) => {
    const caller = await callers.withRight(request, 'prescriptions');
    refuseOthers(caller, 'create');
    const input = await bodyOf(request, newPrescription);
    const self = selfOf(caller);
    const doctor = caller.role === 'doctor' ? self : input.doctor;
    const { row } = takeIn(desk, self, { ...input, doctor, accountId: caller.accountId });
    return response(201).json(prescriptionOf(row));
  }));
}

function changing({ http, guarded, callers, store, lock }: Desk) {
  return http.patch('/api/prescriptions/{id}', guarded(async ({ request, params, response }) => {
    const caller = await callers.withRight(request, 'prescriptions');
    refuseOthers(caller, 'edit');
    const { id } = paramsOf(params, idParams);
    const input = await bodyOf(request, prescriptionChange);
    const changed = await lock(id, async () => {
      const entry = store.visible(caller, id);
      const { row } = entry;
      requireState(row, 'edit');
      const details = { fields: Object.keys(input) };
      store.record(entry, actorOf(caller), { action: 'edited', from: row.state, to: row.state, details });
      return store.change(entry, {
        ...(input.lines && { lines: keptLines(input.lines, row.lines) }),
        ...(input.note !== undefined && { note: input.note }),
      });
    });
    return response(200).json(prescriptionOf(changed));
  }));
}

function uploading(desk: Desk) {
  const { http, guarded, callers } = desk;
  return http.post('/api/prescriptions/uploads', guarded(async ({ request, response }) => {
    const caller = await callers.withRight(request, 'prescriptions');
    const form = await formOf(request, uploadForm);
    const self = selfOf(caller);
    const { row } = takeIn(desk, self, {
      accountId: caller.accountId,
      patient: patientOf(caller, form),
      doctor: caller.role === 'doctor' ? self : null,
      lines: [],
      note: form.note,
      file: await readUpload(form.file, UPLOADS),
    });
    return response(201).json(prescriptionOf(row));
  }));
}

function fromServices(desk: Desk) {
  const { http, guarded, callers, store } = desk;
  return http.post('/internal/prescriptions', guarded(async ({ request, response }) => {
    await callers.service(request);
    const input = await bodyOf(request, prescriptionOfService);
    const { accountId, doctor, reference } = input;
    const known = reference === undefined ? undefined : store.withReference(accountId, reference);
    return response(201).json(prescriptionOf((known ?? takeIn(desk, doctor, input)).row));
  }));
}

/** Prescriptions that come in, however they do, and their changes before approval. */
export function writingHandlers(desk: Desk) {
  return [uploading(desk), writing(desk), changing(desk), fromServices(desk)];
}
