import { z } from 'zod';

/** Schema of a phone number as services keep it; empty when there is none. */
export const phoneNumber = z
  .string()
  .trim()
  .max(40)
  .regex(/^[+\d\s()./-]*$/, 'Only digits, blanks and + ( ) . / -');

/** Schema of a phone number as it is handed in: forms send null for an emptied field. */
export const givenPhone = phoneNumber.nullable().transform((given) => given ?? '');
