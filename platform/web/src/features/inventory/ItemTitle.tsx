import { Link } from 'react-router';
import type { ItemName } from '../../api/inventory';

interface Props {
  readonly item: ItemName;
  readonly gtin?: string;
}

/** An item's name as the link to its page, with what tells it from others. */
export function ItemTitle({ item, gtin }: Props) {
  const details = [item.strength, item.form, gtin].filter(Boolean).join(' · ');
  return (
    <>
      <Link className="row-title" to={`/inventory/items/${item.id}`}>
        {item.name}
      </Link>
      {details !== '' && <span className="row-detail">{details}</span>}
    </>
  );
}
