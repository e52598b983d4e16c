import { useId, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly heading: 'h2' | 'h3';
  readonly children: ReactNode;
}

/** A named part of what a pharmacy shows. */
export function Part({ title, heading: Heading, children }: Props) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {children}
    </section>
  );
}
