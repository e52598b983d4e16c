import type { MouseEvent, ReactNode } from 'react';
import { useT } from '../i18n/useT';
import { SearchField } from './SearchField';
import { SelectField, type Option } from './SelectField';
import { useTypedText, type SearchFilter } from './useSearchFilter';

interface Props {
  readonly filter: SearchFilter;
  /** The label of the search box. */
  readonly search: string;
  /** Filters beside the search. */
  readonly children?: ReactNode;
}

/** Narrows a list down: a search, other filters, and a way back to the whole list. */
export function ListFilters({ filter, search, children }: Props) {
  const { t } = useT();
  const typed = useTypedText(filter.get('search'), (text) => filter.set('search', text));
  function clear({ currentTarget }: MouseEvent<HTMLButtonElement>): void {
    // What was typed last may not be in the address yet.
    typed.forget();
    filter.clear();
    // The button goes with the last filter.
    currentTarget.form?.querySelector('input')?.focus();
  }
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchField label={search} value={typed.text} onValue={typed.setText} />
      {children}
      {filter.active && (
        <button type="button" onClick={clear}>
          {t('common.clearFilters')}
        </button>
      )}
    </form>
  );
}

interface ChoiceProps {
  readonly filter: SearchFilter;
  /** The filter's name in the address. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
}

/** A filter that holds one of some values, or all. */
export function ChoiceFilter({ filter, name, label, options }: ChoiceProps) {
  const { t } = useT();
  return (
    <SelectField
      label={label}
      value={filter.get(name)}
      options={[{ value: '', label: t('common.all') }, ...options]}
      onValue={(value) => filter.set(name, value)}
    />
  );
}
