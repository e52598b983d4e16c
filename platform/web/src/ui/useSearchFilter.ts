import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

const TYPING_PAUSE_MS = 150;

/** A list's filters, kept in the address so that a page can be shared and gone back to. */
export interface SearchFilter {
  readonly get: (name: string) => string;
  readonly page: number;
  /** Sets a filter; the list starts again at its first page. */
  readonly set: (name: string, value: string) => void;
  readonly setPage: (page: number) => void;
  readonly clear: () => void;
  readonly active: boolean;
}

/** The filters in the address. */
export function useSearchFilter(): SearchFilter {
  const [parameters, setParameters] = useSearchParams();
  const change = (values: Readonly<Record<string, string>>): void => {
    // From the address itself: a typing pause may end after another filter was set.
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(values)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setParameters(next, { replace: true });
  };
  return {
    get: (name) => parameters.get(name) ?? '',
    page: Math.max(1, Number.parseInt(parameters.get('page') ?? '1', 10) || 1),
    set: (name, value) => change({ [name]: value, page: '' }),
    setPage: (page) => change({ page: page === 1 ? '' : String(page) }),
    clear: () => setParameters({}, { replace: true }),
    active: [...parameters.keys()].some((name) => name !== 'page' && name !== 'sort'),
  };
}

/** A text that follows at once what is typed, and is told on when the typing pauses; `forget` empties it untold. */
export function useTypedText(value: string, onPause: (text: string) => void) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const forget = (): void => {
    told.current = '';
    setText('');
  };
  useEffect(() => {
    // What was told on comes back as the value, perhaps after more was typed.
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  useEffect(() => {
    if (text === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = text;
      onPause(text);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
    // Only typing starts the pause; `onPause` is a new function at every render.
  }, [text]);
  return { text, setText, forget };
}
