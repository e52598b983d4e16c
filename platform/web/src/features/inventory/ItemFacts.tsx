import { useId } from 'react';
import type { Item } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { dayText } from './days';
import { StockBadge } from './StockBadge';

/** The numbers of an item. */
export function ItemFacts({ item }: { readonly item: Item }) {
  const { t, language } = useT();
  const id = useId();
  const facts = [
    { term: t('inventory.available'), value: item.available },
    { term: t('inventory.onHand'), value: item.onHand },
    { term: t('inventory.reserved'), value: item.reserved },
    { term: t('inventory.reorderLevel'), value: item.reorderLevel },
    { term: t('inventory.targetLevel'), value: item.targetLevel },
    {
      term: t('inventory.nextExpiry'),
      value: item.nextExpiry === null ? '–' : dayText(item.nextExpiry, language),
    },
  ];
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id} className="amount">
        {t('inventory.facts')} <StockBadge item={item} />
      </h2>
      <dl className="facts">
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
