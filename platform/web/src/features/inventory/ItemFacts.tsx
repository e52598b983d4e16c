import { useId } from 'react';
import type { Item } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { StockBadge } from './StockBadge';

/** The numbers of an item. */
export function ItemFacts({ item }: { readonly item: Item }) {
  const { t, day, number } = useT();
  const id = useId();
  const facts = [
    { term: t('inventory.available'), value: number(item.available) },
    { term: t('inventory.onHand'), value: number(item.onHand) },
    { term: t('inventory.reserved'), value: number(item.reserved) },
    { term: t('inventory.reorderLevel'), value: number(item.reorderLevel) },
    { term: t('inventory.targetLevel'), value: number(item.targetLevel) },
    {
      term: t('inventory.nextExpiry'),
      value: item.nextExpiry === null ? '–' : day(item.nextExpiry),
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
