import type { Db } from '../kit';
import type { Letter } from '../notices';
import { containing, offsetOf } from '../schema';
import type { Mail, MailQuery } from '../schema';

/** Puts an e-mail to an address into the outbox. */
export async function mailTo(
  db: Db,
  to: { readonly accountId: string; readonly address: string },
  letter: Letter,
): Promise<string> {
  const row = await db
    .insertInto('mails')
    .values({ account_id: to.accountId, recipient: to.address, ...letter })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Puts an e-mail to each of the users into the outbox whose address is known. */
export async function mailUsers(
  db: Db,
  to: { readonly accountId: string; readonly userIds: readonly string[] },
  { subject, text }: Letter,
): Promise<void> {
  if (to.userIds.length === 0) return;
  await db
    .insertInto('mails')
    .columns(['account_id', 'recipient', 'subject', 'text'])
    .expression((from) =>
      from
        .selectFrom('people')
        .select((each) => ['account_id', 'email', each.val(subject).as('s'), each.val(text).as('t')])
        .where('account_id', '=', to.accountId)
        .where('user_id', 'in', [...to.userIds]),
    )
    .execute();
}

/** E-mails of an account, newest first. */
export async function listMails(db: Db, accountId: string, query: MailQuery) {
  let mails = db.selectFrom('mails').where('account_id', '=', accountId);
  if (query.to) mails = mails.where('recipient', 'ilike', containing(query.to));
  const [rows, { total }] = await Promise.all([
    mails.selectAll().orderBy('number', 'desc').limit(query.pageSize).offset(offsetOf(query)).execute(),
    mails.select((count) => count.fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
  ]);
  const items = rows.map(({ id, recipient, subject, text, created_at }): Mail => {
    return { id, to: recipient, subject, text, createdAt: created_at.toISOString() };
  });
  return { items, total: Number(total), page: query.page, pageSize: query.pageSize };
}
