import type { PatientKey } from '../access';
import type { Db } from '../kit';

/** The substances a patient must not get. */
export async function allergiesOf(db: Db, key: PatientKey): Promise<string[]> {
  const row = await db
    .selectFrom('patient_profiles')
    .select('allergies')
    .where('account_id', '=', key.accountId)
    .where('patient_id', '=', key.patientId)
    .executeTakeFirst();
  return [...(row?.allergies ?? [])];
}

/** Writes a patient's allergies, in place of those before. */
export async function saveAllergies(
  db: Db,
  key: PatientKey,
  allergies: readonly string[],
): Promise<void> {
  const json = JSON.stringify(allergies);
  await db
    .insertInto('patient_profiles')
    .values({ account_id: key.accountId, patient_id: key.patientId, allergies: json })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'patient_id']).doUpdateSet({ allergies: json }),
    )
    .execute();
}
