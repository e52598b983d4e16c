import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { consultationsApi, type Consultation } from '../../../api/consultations';
import { useT, type T } from '../../../i18n/useT';
import { useMe } from '../../../session/useSession';
import { PageHeading } from '../../../ui/PageHeading';
import { QueryView } from '../../../ui/QueryView';
import { ConsentCard } from './ConsentCard';
import { FactsCard } from './FactsCard';
import { consultationKey } from './keys';
import { NotesCard } from './NotesCard';
import { ResultCard } from './ResultCard';
import { RoomCard } from './RoomCard';
import { sideOf, type Side } from './sideOf';
import { useConsultationEvents } from './useConsultationEvents';
import { WaitingCard } from './WaitingCard';

/** One consultation: before, in and after the room. */
export function ConsultationPage() {
  const { t } = useT();
  const me = useMe();
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: consultationKey(id),
    queryFn: () => consultationsApi.read(id),
  });
  const side = query.data && sideOf(query.data, me);
  useConsultationEvents(id, side === 'doctor' || side === 'patient');
  return (
    <>
      <PageHeading title={titleOf(query.data, side, t)}>
        <Link to="/consultations">{t('consultations.back')}</Link>
      </PageHeading>
      <QueryView query={query} part={t('part.consultation')}>
        {(consultation) => <Content consultation={consultation} side={sideOf(consultation, me)} />}
      </QueryView>
    </>
  );
}

function titleOf(consultation: Consultation | undefined, side: Side | undefined, t: T): string {
  if (consultation === undefined || side === undefined) return t('consultations.one');
  const { doctor, patient } = consultation;
  const values = { doctor: doctor.name, patient: patient.name };
  return t(`consultations.with.${side}`, values);
}

interface Props {
  readonly consultation: Consultation;
  readonly side: Side;
}

function Content({ consultation, side }: Props) {
  const { state } = consultation;
  return (
    <div className="consultation">
      <div className="consultation-column">
        <Main consultation={consultation} side={side} />
      </div>
      <div className="consultation-column">
        <FactsCard consultation={consultation} side={side} />
        {side === 'doctor' && state !== 'cancelled' && <NotesCard id={consultation.id} />}
      </div>
    </div>
  );
}

function Main({ consultation, side }: Props) {
  const { state, consent } = consultation;
  if (state === 'ended' || state === 'cancelled') {
    return <ResultCard consultation={consultation} side={side} />;
  }
  if (side === 'bystander') return <WaitingCard consultation={consultation} side={side} />;
  if (side === 'patient' && consent.state !== 'given') {
    return <ConsentCard consultation={consultation} />;
  }
  if (state === 'open' && (side === 'doctor' || consultation.patientJoined)) {
    return <RoomCard consultation={consultation} side={side} />;
  }
  return <WaitingCard consultation={consultation} side={side} />;
}
