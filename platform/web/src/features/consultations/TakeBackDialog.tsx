import { consultationsApi, type Slot } from '../../api/consultations';
import { useT } from '../../i18n/useT';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useConsultationsChanged } from './useConsultationsChanged';

interface Props {
  readonly slot: Slot;
  readonly onClose: () => void;
}

/** Asks before a free slot is taken back. */
export function TakeBackDialog({ slot, onClose }: Props) {
  const { t, dateTime } = useT();
  const changed = useConsultationsChanged();
  const time = dateTime(slot.startsAt);
  return (
    <ConfirmDialog
      title={t('consultations.takeBackTitle')}
      text={t('consultations.takeBackText', { time })}
      confirm={t('consultations.takeBack')}
      part={t('part.slots')}
      danger
      run={async () => {
        await consultationsApi.removeSlot(slot.id);
        changed(t('consultations.takenBack', { time }));
      }}
      onClose={onClose}
    />
  );
}
