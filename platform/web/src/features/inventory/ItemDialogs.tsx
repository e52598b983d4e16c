import type { Goods, Item, ManualKind } from '../../api/inventory';
import { DeleteItemDialog } from './DeleteItemDialog';
import { ItemDialog } from './ItemDialog';
import { MoveDialog } from './MoveDialog';
import { ReceiveDialog } from './ReceiveDialog';

/** What is to be done with an item, and what is known for it already. */
export type ItemTask =
  | { readonly kind: 'add'; readonly gtin: string }
  | { readonly kind: 'edit' | 'delete'; readonly item: Item }
  | { readonly kind: 'receive'; readonly item: Item; readonly goods?: Partial<Goods> }
  | { readonly kind: ManualKind; readonly item: Item; readonly batchId?: string };

interface Props {
  readonly task: ItemTask;
  readonly onClose: () => void;
}

/** The dialog of a task. */
export function ItemDialogs({ task, onClose }: Props) {
  switch (task.kind) {
    case 'add':
      return <ItemDialog gtin={task.gtin} onClose={onClose} />;
    case 'edit':
      return <ItemDialog item={task.item} onClose={onClose} />;
    case 'delete':
      return <DeleteItemDialog item={task.item} onClose={onClose} />;
    case 'receive':
      return <ReceiveDialog item={task.item} goods={task.goods ?? {}} onClose={onClose} />;
    default:
      return (
        <MoveDialog kind={task.kind} item={task.item} batchId={task.batchId ?? ''} onClose={onClose} />
      );
  }
}
