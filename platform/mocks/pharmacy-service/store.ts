import { randomUUID } from 'node:crypto';
import { notFound } from '@officina/shared/problems/problem';
import type { Location, NewLocation } from '../../backend/services/pharmacy-service/src/schema';
import { freeSlug, slugOf } from '../../backend/services/pharmacy-service/src/slugs';
import type { LocationRow, LocationUpdate } from '../../backend/services/pharmacy-service/src/tables';
import { CLEARED, glnTaken } from '../../backend/services/pharmacy-service/src/verification';
import { locationOf } from '../../backend/services/pharmacy-service/src/view';
import { byText, contains } from '../kit';

/** A photo with its content. */
export interface StoredPhoto {
  readonly id: string;
  readonly caption: string;
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** A location as it is kept: its row, and its photos in their order. */
export interface StoredLocation extends LocationRow {
  readonly photos: readonly StoredPhoto[];
}

/** What to change of a location. */
export interface StoredChange extends LocationUpdate {
  readonly photos?: readonly StoredPhoto[];
}

/** A location of an account. */
export interface LocationKey {
  readonly id: string;
  readonly accountId: string;
}

/** A location as its account reads it. */
export function viewOf({ photos, ...row }: StoredLocation): Location {
  return locationOf({ ...row, photos: photos.map(({ id, caption, type }) => ({ id, caption, type })) });
}

/** The locations of all master accounts; slugs and verified GLNs are of one location alone. */
export class LocationStore {
  readonly #locations = new Map<string, StoredLocation>();

  /** The locations of an account that fit a search, by name. */
  of(accountId: string, search = ''): Location[] {
    return [...this.#locations.values()]
      .filter((row) => row.account_id === accountId)
      .filter((row) => [row.name, row.street, row.postcode, row.city].some((text) => contains(text, search)))
      .sort((a, b) => byText(a.name, b.name) || byText(a.id, b.id))
      .map(viewOf);
  }

  /**
   * A location of an account.
   *
   * @throws Problem 404; another account's is not there either.
   */
  location({ id, accountId }: LocationKey): StoredLocation {
    const found = this.#locations.get(id);
    if (found?.account_id === accountId) return found;
    throw notFound('location');
  }

  /**
   * A published location, whoever asks.
   *
   * @throws Problem 404, for a draft too.
   */
  published(slug: string): StoredLocation {
    const found = [...this.#locations.values()].find((row) => row.slug === slug && row.status === 'published');
    if (found) return found;
    throw notFound('pharmacy');
  }

  /**
   * The account of a location.
   *
   * @throws Problem 404.
   */
  accountOf(id: string): string {
    const found = this.#locations.get(id);
    if (found) return found.account_id;
    throw notFound('location');
  }

  /** Adds a location under a slug of its own. */
  add(accountId: string, { managerId, openingHours, ...plain }: NewLocation): Location {
    const taken = new Set([...this.#locations.values()].map(({ slug }) => slug));
    const row: StoredLocation = {
      ...plain,
      ...CLEARED,
      id: randomUUID(),
      account_id: accountId,
      slug: freeSlug(slugOf(plain.name, plain.city), taken),
      manager_id: managerId,
      opening_hours: openingHours,
      holidays: [],
      delivery_zones: [],
      gln: null,
      created_at: new Date(),
      photos: [],
    };
    this.#locations.set(row.id, row);
    return viewOf(row);
  }

  /** Changes a location that is there; returns it as it is then. */
  change(before: StoredLocation, change: StoredChange): Location {
    const after = { ...before, ...change };
    this.#locations.set(after.id, after);
    return viewOf(after);
  }

  /** Deletes a location with its photos. */
  remove({ id }: StoredLocation): void {
    this.#locations.delete(id);
  }

  /**
   * Refuses a GLN that another location is verified with.
   *
   * @throws Problem 409 `gln-taken`.
   */
  refuseTaken(gln: string | null, id: string): void {
    const verified = [...this.#locations.values()].filter((row) => row.verification_state === 'verified');
    if (verified.some((row) => row.gln === gln && row.id !== id)) throw glnTaken(gln);
  }
}
