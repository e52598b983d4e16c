import type { Item } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { Badge } from '../../ui/Badge';

/** Says beside a number that there is little or nothing; nothing where there is enough. */
export function StockBadge({ item }: { readonly item: Item }) {
  const { t } = useT();
  if (item.available === 0) return <Badge tone="bad">{t('inventory.out')}</Badge>;
  if (item.available > item.reorderLevel) return null;
  return <Badge tone="warn">{t('inventory.low')}</Badge>;
}
