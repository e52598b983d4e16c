import { z } from 'zod';

/** What notification-service is told: a line in the notifications of some users of one account. */
export const notice = z.object({
  accountId: z.uuid(),
  userIds: z.array(z.uuid()).min(1).max(200),
  /** What happened, such as `prescription.approved`; the app may have its own words for it. */
  kind: z.string().regex(/^[a-z]+([.-][a-z]+)*$/).max(100),
  title: z.string().min(1).max(200),
  text: z.string().max(1_000).default(''),
  /** A path in the app, such as `/prescriptions/<id>`. */
  link: z.string().startsWith('/').max(500).nullable().default(null),
});

/** A {@link notice}, as a service gives it. */
export type Notice = Readonly<z.input<typeof notice>>;

/** How notification-service takes a notice; the same id twice is one notice. */
export const numberedNotice = notice.extend({ id: z.uuid() });
