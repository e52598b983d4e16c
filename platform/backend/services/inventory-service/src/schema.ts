import { instant, z } from '@officina/shared/service/api';

import { isGtin } from './codes/gtin';
import { MOVE_KINDS } from './tables';

const MOST = 1_000_000;
const text = z.string().trim();
const level = z.number().int().min(0).max(MOST);
const amount = z.number().int().min(1).max(MOST);
const day = z.iso.date();

/** A medicine on the shelf and how much of it there is. */
export const item = z
  .object({
    id: z.uuid(),
    gtin: z.string(),
    name: z.string(),
    strength: z.string(),
    form: z.string(),
    reorderLevel: z.number().int(),
    targetLevel: z.number().int(),
    onHand: z.number().int(),
    reserved: z.number().int(),
    available: z.number().int(),
    nextExpiry: day.nullable(),
    createdAt: instant,
  })
  .openapi('Item');
/** An item's JSON. */
export type Item = z.output<typeof item>;

/** The units of one lot. */
export const batch = z
  .object({
    id: z.uuid(),
    lot: z.string(),
    expiresOn: day,
    quantity: z.number().int(),
    expired: z.boolean(),
    createdAt: instant,
  })
  .openapi('Batch');
/** A batch's JSON. */
export type Batch = z.output<typeof batch>;

/** One change of stock; the quantity is negative for what goes out. */
export const move = z
  .object({
    id: z.uuid(),
    kind: z.enum(MOVE_KINDS),
    quantity: z.number().int(),
    lot: z.string(),
    reason: z.string(),
    actor: z.object({ id: z.uuid().nullable(), name: z.string() }),
    at: instant,
  })
  .openapi('Move');
/** A move's JSON. */
export type Move = z.output<typeof move>;

const itemFields = {
  name: text.min(1).max(200),
  strength: text.max(60),
  form: text.max(60),
  reorderLevel: level,
  targetLevel: level,
};

const TARGET_TOO_LOW = { path: ['targetLevel'], message: 'Must not be below the reorder level' };

/** An item to add. */
export const newItem = z
  .object({ gtin: text.refine(isGtin, 'Not a GTIN: its length or check digit is wrong'), ...itemFields })
  .refine((wanted) => wanted.targetLevel >= wanted.reorderLevel, TARGET_TOO_LOW)
  .openapi('NewItem');
/** An item to add, read. */
export type NewItem = z.output<typeof newItem>;

/** What to change of an item; its GTIN stays what it is. */
export const itemChange = z.object(itemFields).partial().openapi('ItemChange');
/** What to change of an item, read. */
export type ItemChange = z.output<typeof itemChange>;

/** Goods that came in. */
export const goodsReceived = z
  .object({ lot: text.min(1).max(20), expiresOn: day, quantity: amount })
  .openapi('GoodsReceived');
/** Goods that came in, read. */
export type GoodsReceived = z.output<typeof goodsReceived>;

const moveBase = { batchId: z.uuid().optional(), reason: text.min(1).max(200) };

/** A change of stock by hand. */
export const newMove = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('waste'), quantity: amount, ...moveBase }),
    z.object({ kind: z.literal('dispense'), quantity: amount, ...moveBase }),
    z.object({
      kind: z.literal('adjust'),
      quantity: z
        .number()
        .int()
        .min(-MOST)
        .max(MOST)
        .refine((quantity) => quantity !== 0, 'Must not be 0'),
      ...moveBase,
    }),
  ])
  .refine((wanted) => wanted.kind !== 'adjust' || wanted.quantity < 0 || wanted.batchId !== undefined, {
    path: ['batchId'],
    message: 'Say to which batch the units are added',
  })
  .openapi('NewMove');
/** A change of stock by hand, read. */
export type NewMove = z.output<typeof newMove>;

/** Which part of a list is wanted. */
export const paging = {
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(20),
};

/** One page of a list. */
export const pageOf = <S extends z.ZodType>(entry: S) =>
  z.object({
    items: z.array(entry),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  });

/** Batches that expire within so many days are looked after. */
export const EXPIRY_DAYS = 30;

/** Which batches are alarming: those that expire within so many days. */
export const alertQuery = z.object({
  days: z.coerce.number().int().min(0).max(3650).default(EXPIRY_DAYS),
});

const MOST_IDS = 200;

/** Which items another service asks for. */
export const insideQuery = z.object({
  ids: z
    .string()
    .transform((list) => list.split(',').filter((id) => id !== ''))
    .pipe(z.array(z.uuid()).max(MOST_IDS)),
  accountId: z.uuid().optional(),
});

/** A code from a scanner, in a path. */
export const codeParams = z.object({ code: z.string().min(1).max(200) });

const SORT_FIELDS = ['name', 'available', 'onHand', 'nextExpiry', 'createdAt'] as const;

/** What to list of the items. */
export const itemQuery = z.object({
  search: text.max(200).optional(),
  filter: z
    .union([z.literal('').transform(() => undefined), z.enum(['low', 'out', 'expiring'])])
    .optional(),
  sort: z
    .string()
    .regex(new RegExp(`^-?(${SORT_FIELDS.join('|')})$`), `One of ${SORT_FIELDS.join(', ')}, or -…`)
    .default('name')
    .transform((given) => ({
      field: SORT_FIELDS.find((field) => given.endsWith(field)) ?? 'name',
      descending: given.startsWith('-'),
    })),
  ...paging,
});
/** What to list of the items, read. */
export type ItemQuery = z.output<typeof itemQuery>;

/** Units wanted for somebody outside of this service, such as a prescription. */
export const newReservation = z
  .object({
    accountId: z.uuid(),
    reference: text.min(1).max(200),
    lines: z.array(z.object({ itemId: z.uuid(), quantity: amount })).min(1).max(100),
  })
  .openapi('NewReservation');
/** Units wanted, read. */
export type NewReservation = z.output<typeof newReservation>;
