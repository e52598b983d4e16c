import { useEffect, useRef, type ReactNode } from 'react';
import { useT } from '../i18n/useT';

let firstPage = true;

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly children?: ReactNode;
}

/** A page's one h1, the document's title, and the page's main actions. */
export function PageHeading({ title, lead, children }: Props) {
  const { t } = useT();
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A browser announces the first page itself; after that a change of page is told by the focus.
    if (firstPage) firstPage = false;
    else if (!isTyping()) ref.current?.focus();
  }, []);
  return (
    <header className="page-heading">
      <title>{`${title} · ${t('app.name')}`}</title>
      <div>
        <h1 ref={ref} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="muted">{lead}</p>}
      </div>
      {children && <div className="buttons">{children}</div>}
    </header>
  );
}

function isTyping(): boolean {
  return document.activeElement instanceof HTMLInputElement;
}
