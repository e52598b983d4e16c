import { useId } from 'react';
import { NavLink } from 'react-router';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { areasFor, MAIN_AREAS, MASTER_ACCOUNT_AREAS, type Area } from './areas';

/** Leads to every area that the user may open. */
export function Navigation({ onNavigate }: { readonly onNavigate?: () => void }) {
  const { t } = useT();
  const user = useMe();
  const id = useId();
  return (
    <nav aria-label={t('nav.label')} className="navigation">
      <Links areas={areasFor(user, MAIN_AREAS)} onNavigate={onNavigate} />
      <p id={id}>{t('nav.masterAccount')}</p>
      <Links areas={areasFor(user, MASTER_ACCOUNT_AREAS)} labelledBy={id} onNavigate={onNavigate} />
    </nav>
  );
}

interface LinksProps {
  readonly areas: readonly Area[];
  readonly labelledBy?: string;
  readonly onNavigate: (() => void) | undefined;
}

function Links({ areas, labelledBy, onNavigate }: LinksProps) {
  const { t } = useT();
  return (
    <ul aria-labelledby={labelledBy}>
      {areas.map(({ path, label }) => (
        <li key={path}>
          <NavLink to={path} onClick={onNavigate}>
            {t(label)}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
