import type { ReactNode } from 'react';
import { useT } from '../../i18n/useT';
import { PageHeading } from '../../ui/PageHeading';
import { Brand } from '../shell/Brand';
import { LanguageSwitch } from '../shell/LanguageSwitch';

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** The frame of the pages that need no session. */
export function PublicLayout({ title, lead, children }: Props) {
  const { t } = useT();
  return (
    <div className="public">
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <header className="public-header">
        <Brand />
        <LanguageSwitch />
      </header>
      <main id="content" className="card" tabIndex={-1}>
        <PageHeading key={title} title={title} {...(lead === undefined ? {} : { lead })} />
        {children}
      </main>
    </div>
  );
}
