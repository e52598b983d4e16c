import type { UploadedFile } from '@officina/shared/uploads/upload';

import type { Db } from '../kit';

/** A photo of a location. */
export interface PhotoKey {
  readonly locationId: string;
  readonly id: string;
}

/** A photo to add. */
export interface NewPhoto extends Pick<UploadedFile, 'type' | 'content'> {
  readonly caption: string;
  readonly position: number;
}

/** Adds a photo. */
export async function insertPhoto(db: Db, key: PhotoKey, given: NewPhoto): Promise<void> {
  const { type, content, caption, position } = given;
  const values = { id: key.id, location_id: key.locationId, type, content, caption, position };
  await db.insertInto('location_photos').values(values).execute();
}

/** Gives a photo another caption. */
export async function captionPhoto(db: Db, { id }: PhotoKey, caption: string): Promise<void> {
  await db.updateTable('location_photos').set({ caption }).where('id', '=', id).execute();
}

/** Puts photos in an order. */
export async function orderPhotos(db: Db, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await db.updateTable('location_photos').set({ position }).where('id', '=', id).execute();
  }
}

/** Deletes a photo. */
export async function deletePhoto(db: Db, { id }: PhotoKey): Promise<void> {
  await db.deleteFrom('location_photos').where('id', '=', id).execute();
}

/** The content of a photo. */
export function photoContent(db: Db, { id, locationId }: PhotoKey) {
  return db
    .selectFrom('location_photos')
    .select(['type', 'content'])
    .where('id', '=', id)
    .where('location_id', '=', locationId)
    .executeTakeFirst();
}
