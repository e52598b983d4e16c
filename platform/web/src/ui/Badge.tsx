import type { ReactNode } from 'react';

/** What a badge's colour says; the text says it as well. */
export type Tone = 'good' | 'warn' | 'bad' | 'neutral';

/** A short state beside a name. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}
