import { randomUUID } from 'node:crypto';
import type { Identity } from '@officina/shared/identity/identity';
import { notFound } from '@officina/shared/problems/problem';
import { ownColumn } from '../../backend/services/teleconsultation-service/src/access';
import type { booked, offered } from '../../backend/services/teleconsultation-service/src/slotRules';
import type {
  ConsultationRow,
  RoomEventRow,
  SlotRow,
} from '../../backend/services/teleconsultation-service/src/tables';

/** A consultation with what happened in its room, the oldest first. */
export interface Room {
  row: ConsultationRow;
  readonly events: RoomEventRow[];
}

interface Practice {
  readonly slots: Map<string, SlotRow>;
  /** Oldest first. */
  readonly rooms: Map<string, Room>;
}

const UNTOUCHED = {
  state: 'booked',
  consent_given_at: null,
  consent_expires_at: null,
  patient_joined_at: null,
  opened_at: null,
  ended_at: null,
  cancelled_by: null,
  summary: null,
  prescription_id: null,
  prescription_number: null,
  notes: '',
  notes_at: null,
  last_event: '0',
} as const;

/** The slots and consultations of all master accounts, each apart. */
export class ConsultationStore {
  readonly #practices = new Map<string, Practice>();

  /** The slots of an account. */
  slots(accountId: string): readonly SlotRow[] {
    return [...this.#practice(accountId).slots.values()];
  }

  /**
   * A slot of an account.
   *
   * @throws Problem 404.
   */
  slot(accountId: string, id: string): SlotRow {
    const slot = this.#practice(accountId).slots.get(id);
    if (slot) return slot;
    throw notFound('slot');
  }

  /** Whether a consultation takes a slot. */
  isTaken({ account_id: accountId, id }: SlotRow): boolean {
    const rooms = [...this.#practice(accountId).rooms.values()];
    return rooms.some(({ row }) => row.slot_id === id && row.state !== 'cancelled');
  }

  addSlot(values: ReturnType<typeof offered>): SlotRow {
    const slot = { ...values, id: randomUUID(), created_at: new Date() };
    this.#practice(slot.account_id).slots.set(slot.id, slot);
    return slot;
  }

  removeSlot({ account_id: accountId, id }: SlotRow): void {
    this.#practice(accountId).slots.delete(id);
  }

  book(values: ReturnType<typeof booked>): ConsultationRow {
    const row = { ...values, ...UNTOUCHED, id: randomUUID(), created_at: new Date() };
    this.#practice(row.account_id).rooms.set(row.id, { row, events: [] });
    return row;
  }

  /** The consultations that a user may see at all, in the order in which they were booked. */
  visibleTo(caller: Identity): readonly Room[] {
    const own = ownColumn(caller);
    const all = [...this.#practice(caller.accountId).rooms.values()];
    return own === undefined ? all : all.filter(({ row }) => row[own] === caller.userId);
  }

  /**
   * The consultation with this id.
   *
   * @throws Problem 404 when the user may not see it: then it does not exist for them.
   */
  visible(caller: Identity, id: string): Room {
    const room = this.visibleTo(caller).find(({ row }) => row.id === id);
    if (room) return room;
    throw notFound('consultation');
  }

  /** Changes a consultation; returns it as it is then. */
  change(room: Room, change: Partial<ConsultationRow>): ConsultationRow {
    room.row = { ...room.row, ...change };
    return room.row;
  }

  /** Writes down what happened in a room, under the room's next number. */
  append(room: Room, author: Identity, happening: Pick<RoomEventRow, 'type' | 'text'>): RoomEventRow {
    const number = String(room.events.length + 1);
    const by = { author_id: author.userId, author_name: author.name };
    const event = { id: randomUUID(), consultation_id: room.row.id, number, at: new Date(), ...by, ...happening };
    room.events.push(event);
    this.change(room, { last_event: number });
    return event;
  }

  #practice(id: string): Practice {
    const known = this.#practices.get(id);
    if (known) return known;
    const practice: Practice = { slots: new Map(), rooms: new Map() };
    this.#practices.set(id, practice);
    return practice;
  }
}
