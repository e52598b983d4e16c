import type { Me, Right } from '../../api/types';
import type { MessageKey } from '../../i18n/messages';

/** One entry of the navigation. */
export interface Area {
  readonly path: string;
  readonly label: MessageKey;
  readonly right?: Right;
}

/** The areas outside the master account. */
export const MAIN_AREAS: readonly Area[] = [
  { path: '/dashboard', label: 'nav.dashboard' },
  { path: '/prescriptions', label: 'nav.prescriptions', right: 'prescriptions' },
  { path: '/consultations', label: 'nav.consultations', right: 'consultations' },
  { path: '/inventory', label: 'nav.inventory', right: 'inventory' },
  { path: '/messages', label: 'nav.messages', right: 'messages' },
  { path: '/pharmacy', label: 'nav.pharmacy' },
];

/** The areas of the master account. */
export const MASTER_ACCOUNT_AREAS: readonly Area[] = [
  { path: '/master-account/users', label: 'nav.users', right: 'users' },
  { path: '/master-account/locations', label: 'nav.locations' },
  { path: '/master-account/security', label: 'nav.security' },
  { path: '/master-account/audit-log', label: 'nav.auditLog', right: 'users' },
  { path: '/master-account/sessions', label: 'nav.sessions' },
  { path: '/master-account/settings', label: 'nav.settings' },
];

/** The areas that the user may open. */
export function areasFor(user: Me, areas: readonly Area[]): readonly Area[] {
  return areas.filter(({ right }) => right === undefined || user.rights.includes(right));
}
