import type { UseQueryResult } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { QueryView } from '../../ui/QueryView';

interface Props<Data> {
  readonly title: string;
  /** What is not available when the query fails. */
  readonly part: string;
  readonly query: UseQueryResult<Data>;
  readonly link: { readonly to: string; readonly text: string };
  readonly children: (data: Data) => ReactNode;
}

/** One part of the dashboard, which loads and fails on its own. */
export function Card<Data>({ title, part, query, link, children }: Props<Data>) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <QueryView query={query} part={part}>
        {children}
      </QueryView>
      <Link to={link.to}>{link.text}</Link>
    </section>
  );
}
