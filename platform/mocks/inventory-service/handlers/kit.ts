import type { MockHttp } from 'groundwork-e2e/mocks';
import type { paths } from '../../../contracts/inventory-service';
import type { HandlerKit } from '../../kit';
import type { State } from '../state';
import type { Place } from '../view';

/** What the handlers of inventory-service are made with. */
export interface InventoryKit extends HandlerKit {
  readonly http: MockHttp<paths>;
  readonly state: State;
}

/** The stock of whoever asks, when the caller may see it; `right` is the one that it needs. */
export async function placeOf(kit: InventoryKit, request: Request, right: 'inventory' | 'reports'): Promise<Place> {
  const { accountId } = await kit.callers.withRight(request, right);
  return { state: kit.state, accountId };
}

/** As {@link placeOf}, with the one who changes it. */
export async function deskOf(kit: InventoryKit, request: Request) {
  const { accountId, userId: id, name } = await kit.callers.withRight(request, 'inventory');
  return { place: { state: kit.state, accountId }, actor: { id, name } };
}
