import type { Openness } from '../../../api/publicPharmacy';
import { useT, type Texts } from '../../../i18n/useT';
import { Badge } from '../../../ui/Badge';
import { nearDay } from '../days';

/** Whether the pharmacy is open now, and until or from when. */
export function OpenNow({ now }: { readonly now: Openness }) {
  const texts = useT();
  return <Badge tone={now.open ? 'good' : 'neutral'}>{openText(now, texts)}</Badge>;
}

function openText({ open, until, opensAt, today }: Openness, { t, language }: Texts): string {
  if (open) return until === null ? t('public.open') : t('public.openUntil', { until });
  if (opensAt === null) return t('public.closed');
  const { date, from } = opensAt;
  if (date === today) return t('public.opensAt', { from });
  return t('public.opensOn', { day: nearDay(date, language), from });
}
