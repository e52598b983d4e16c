import { useId, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What can be done with the part as a whole. */
  readonly action?: ReactNode;
  readonly card?: boolean;
  readonly children: ReactNode;
}

/** A named part of a page with its heading. */
export function Part({ title, action, card = false, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={card ? 'card' : undefined}>
      <header className="consultation-part-heading">
        <h2 id={id}>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}
