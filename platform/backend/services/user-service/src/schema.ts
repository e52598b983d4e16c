import { givenPhone } from '@officina/shared/fields/phone';
import { assignableRole, right, rightOverrides, role } from '@officina/shared/identity/rights';
import { instant, z } from '@officina/shared/service/api';

const displayName = z.string().trim().min(1).max(200);
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const status = z.enum(['invited', 'active', 'deactivated']);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A user of an account. */
export const user = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    role,
    status,
    mfaEnabled: z.boolean(),
    lastSignInAt: instant.nullable(),
    createdAt: instant,
  })
  .openapi('User');

/** A user's JSON. */
export type User = z.output<typeof user>;

const SORT_FIELDS = ['name', 'email', 'role', 'status', 'lastSignInAt', 'createdAt'] as const;

/** A field users can be sorted by. */
export type SortField = (typeof SORT_FIELDS)[number];

const sort = z
  .string()
  .regex(new RegExp(`^-?(${SORT_FIELDS.join('|')})$`), `One of ${SORT_FIELDS.join(', ')}, or -…`)
  .default('name')
  .transform((text) => ({
    field: SORT_FIELDS.find((field) => text.endsWith(field)) ?? 'name',
    descending: text.startsWith('-'),
  }));

/** Which part of a list is wanted. */
export const paging = {
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(20),
};

// Forms send empty fields for "any".
const orEmpty = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional();

/** What to list of the users. */
export const userQuery = z.object({
  search: z.string().trim().max(200).optional(),
  role: orEmpty(role),
  status: orEmpty(status),
  sort,
  ...paging,
});

/** What to list of the users, read. */
export type UserQuery = z.output<typeof userQuery>;

/** Somebody whom others of the account may name. */
export const person = z.object({ id: z.uuid(), name: z.string(), role }).openapi('Person');

/** Which people to name. */
export const directoryQuery = z.object({ role: role.optional() });

/** Of which account a service asks. */
export const accountQuery = z.object({ accountId: z.uuid() });

/** Whom to invite. */
export const newUser = z
  .object({ email, name: displayName, role: assignableRole, phone: givenPhone.default('') })
  .openapi('NewUser');

/** What to change of a user. */
export const userChange = z
  .object({
    name: displayName.optional(),
    phone: givenPhone.optional(),
    email: email.optional(),
    role: assignableRole.optional(),
  })
  .openapi('UserChange');

/** What to change of a user, read. */
export type UserChange = z.output<typeof userChange>;

/** The rights of a user. */
export const permissions = z
  .object({
    role,
    defaults: z.array(right),
    overrides: rightOverrides,
    effective: z.array(right),
  })
  .openapi('Permissions');

/** What to grant or deny to a user; the rest is the role's. */
export const permissionsChange = z.object({ overrides: rightOverrides });

/** An account's settings. */
export const account = z
  .object({
    id: z.uuid(),
    name: z.string(),
    phone: z.string(),
    email: z.string(),
    language: z.enum(['de', 'fr', 'en']),
    timeZone: z.string(),
    createdAt: instant,
  })
  .openapi('Account');

/** What to change of an account. */
export const accountChange = z
  .object({
    name: displayName.optional(),
    phone: givenPhone.optional(),
    email: email.optional(),
    language: z.enum(['de', 'fr', 'en']).optional(),
    timeZone: z.string().refine(isTimeZone, 'Not a known time zone').optional(),
  })
  .openapi('AccountChange');
