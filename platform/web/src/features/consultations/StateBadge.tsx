import type { ConsultationState } from '../../api/consultations';
import { useT } from '../../i18n/useT';
import { Badge, type Tone } from '../../ui/Badge';

const TONES: Readonly<Record<ConsultationState, Tone>> = {
  booked: 'warn',
  open: 'good',
  ended: 'neutral',
  cancelled: 'bad',
};

/** Where a consultation stands. */
export function StateBadge({ state }: { readonly state: ConsultationState }) {
  const { t } = useT();
  return <Badge tone={TONES[state]}>{t(`consultations.state.${state}`)}</Badge>;
}
