import { useId, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** A state, beside the title. */
  readonly badge?: ReactNode;
  readonly children: ReactNode;
}

/** One part of what a public page shows. */
export function Section({ title, badge, children }: Props) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <header className="pharmacy-part-heading">
        <h2 id={id}>{title}</h2>
        {badge}
      </header>
      {children}
    </section>
  );
}
