import { NavLink } from 'react-router';
import { useT } from '../../i18n/useT';
import { hasRight, useMe } from '../../session/useSession';

/** Leads to the areas of the inventory. */
export function InventoryNavigation() {
  const { t } = useT();
  const mayReport = hasRight(useMe(), 'reports');
  return (
    <nav className="tabs" aria-label={t('inventory.areas')}>
      <NavLink to="/inventory" end>
        {t('inventory.items')}
      </NavLink>
      <NavLink to="/inventory/alerts">{t('inventory.alerts')}</NavLink>
      <NavLink to="/inventory/reorder">{t('inventory.reorder')}</NavLink>
      {mayReport && <NavLink to="/inventory/reports">{t('inventory.reports')}</NavLink>}
    </nav>
  );
}
