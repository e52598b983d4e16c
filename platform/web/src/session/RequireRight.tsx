import { Outlet } from 'react-router';
import type { Right } from '../api/types';
import { NoAccess } from '../ui/NoAccess';
import { hasRight, useMe } from './useSession';

/** Shows an area to those who hold the right, and to others that they do not. */
export function RequireRight({ right }: { readonly right: Right }) {
  return hasRight(useMe(), right) ? <Outlet /> : <NoAccess />;
}
