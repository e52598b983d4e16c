import type { PrescriptionState } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { Badge, type Tone } from '../../ui/Badge';

const TONES: Readonly<Record<PrescriptionState, Tone>> = {
  received: 'neutral',
  'in-review': 'warn',
  approved: 'good',
  rejected: 'bad',
  dispensed: 'neutral',
};

/** Where a prescription stands. */
export function StateBadge({ state }: { readonly state: PrescriptionState }) {
  const { t } = useT();
  return <Badge tone={TONES[state]}>{t(`prescriptions.state.${state}`)}</Badge>;
}
