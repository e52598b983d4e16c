import type { Notice } from '@officina/shared/client/notice';

import type { ConsultationRow, Side } from '../tables';

type Happened = 'booked' | 'cancelled' | 'opened' | 'ended';

const WORDS: Readonly<Record<Happened, string>> = {
  booked: 'was booked',
  cancelled: 'was cancelled',
  opened: 'has begun',
  ended: 'has ended',
};

/** What the other side of a consultation is told about what one side did. */
export function noticeOf(row: ConsultationRow, happened: Happened, actor: Side): Notice {
  const byDoctor = actor === 'doctor';
  const name = byDoctor ? row.doctor_name : row.patient_name;
  return {
    accountId: row.account_id,
    userIds: [byDoctor ? row.patient_id : row.doctor_id],
    kind: `consultation.${happened}`,
    title: `Your consultation with ${name} ${WORDS[happened]}`.slice(0, 200),
    text: row.reason.slice(0, 1_000),
    link: `/consultations/${row.id}`,
  };
}
