import { useId, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What can be done with the part as a whole. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A named part of a page with its heading. */
export function Part({ title, action, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <header className="part-heading">
        <h2 id={id}>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}
