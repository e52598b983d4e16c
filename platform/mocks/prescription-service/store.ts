import { randomUUID } from 'node:crypto';
import type { Identity } from '@officina/shared/identity/identity';
import { notFound } from '@officina/shared/problems/problem';
import type { UploadedFile } from '@officina/shared/uploads/upload';
import type { z } from 'zod';
import { ownColumn, type PatientKey } from '../../backend/services/prescription-service/src/access';
import { numberOf } from '../../backend/services/prescription-service/src/form';
import type { historyEntry } from '../../backend/services/prescription-service/src/schema';
import type { Actor, PrescriptionEvent } from '../../backend/services/prescription-service/src/history';
import type { PrescriptionRow } from '../../backend/services/prescription-service/src/tables';

/** What happened to a prescription, as its history tells it. */
export type HistoryEntry = z.output<typeof historyEntry>;

/** A prescription with all that hangs on it. */
export interface Entry {
  row: PrescriptionRow;
  readonly history: HistoryEntry[];
  readonly file: UploadedFile | undefined;
}

/** What is said of a prescription that comes in; the rest the store gives it. */
export type NewRow = Omit<
  PrescriptionRow,
  'id' | 'number' | 'state' | 'rejection' | 'reservation_id' | 'created_at' | 'updated_at'
>;

interface Account {
  readonly entries: Map<string, Entry>;
  /** The substances that each patient must not get. */
  readonly allergies: Map<string, readonly string[]>;
}

/** The prescriptions of all master accounts, each apart. */
export class PrescriptionStore {
  readonly #accounts = new Map<string, Account>();
  #events = 0;

  /** Adds a prescription under the account's next number. */
  add(values: NewRow, file: UploadedFile | undefined): Entry {
    const { entries } = this.#account(values.account_id);
    const now = new Date();
    const row: PrescriptionRow = {
      ...values,
      id: randomUUID(),
      number: numberOf(entries.size + 1),
      state: 'received',
      rejection: null,
      reservation_id: null,
      created_at: now,
      updated_at: now,
    };
    const entry = { row, history: [], file };
    entries.set(row.id, entry);
    return entry;
  }

  /** The prescriptions that a user may see at all, oldest first. */
  visibleTo(caller: Identity): readonly Entry[] {
    const own = ownColumn(caller);
    const all = [...this.#account(caller.accountId).entries.values()];
    return own === undefined ? all : all.filter(({ row }) => row[own] === caller.userId);
  }

  /**
   * The prescription with this id.
   *
   * @throws Problem 404 when the user may not see it: then it does not exist for them.
   */
  visible(caller: Identity, id: string): Entry {
    const entry = this.visibleTo(caller).find(({ row }) => row.id === id);
    if (entry) return entry;
    throw notFound('prescription');
  }

  /** The prescription that a service handed in under this reference. */
  withReference(accountId: string, reference: string): Entry | undefined {
    return [...this.#account(accountId).entries.values()].find(({ row }) => row.reference === reference);
  }

  /** Changes a prescription; returns it as it is then. */
  change(entry: Entry, change: Partial<PrescriptionRow>): PrescriptionRow {
    entry.row = { ...entry.row, ...change, updated_at: new Date() };
    return entry.row;
  }

  /** Writes into a prescription's history. */
  record(entry: Entry, { id, name }: Actor, event: Omit<PrescriptionEvent, 'prescriptionId'>): void {
    this.#events += 1;
    const { action, from, to, details = {} } = event;
    const at = new Date().toISOString();
    entry.history.push({ id: String(this.#events), at, actor: { id, name }, action, from, to, details: { ...details } });
  }

  /** The substances a patient must not get. */
  allergiesOf({ accountId, patientId }: PatientKey): string[] {
    return [...(this.#account(accountId).allergies.get(patientId) ?? [])];
  }

  /** Writes a patient's allergies, in place of those before. */
  saveAllergies({ accountId, patientId }: PatientKey, allergies: readonly string[]): void {
    this.#account(accountId).allergies.set(patientId, allergies);
  }

  #account(id: string): Account {
    const known = this.#accounts.get(id);
    if (known) return known;
    const account: Account = { entries: new Map(), allergies: new Map() };
    this.#accounts.set(id, account);
    return account;
  }
}
