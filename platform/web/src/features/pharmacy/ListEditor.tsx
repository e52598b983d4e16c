import { useRef, type ReactNode } from 'react';
import { useT } from '../../i18n/useT';
import { SectionForm } from './SectionForm';
import type { KeyedRow, ListForm, Row } from './useListForm';

interface Props<R extends Row> {
  readonly list: ListForm<R>;
  readonly words: {
    readonly none: string;
    readonly add: string;
    readonly save: string;
    /** Names a row by its number, beginning with 1. */
    readonly row: (number: number) => string;
  };
  /** How many rows there may be. */
  readonly most: number;
  /** The class that lays a row out. */
  readonly rowClass: string;
  readonly children: (row: KeyedRow<R>) => ReactNode;
}

/** Fills in the rows of a list: adds, changes and removes them, and saves them all. */
export function ListEditor<R extends Row>({ list, words, most, rowClass, children }: Props<R>) {
  const { t } = useT();
  const addButton = useRef<HTMLButtonElement>(null);
  const remove = (key: string): void => {
    list.remove(key);
    // The button that was pressed goes with its row.
    addButton.current?.focus();
  };
  const add = (
    <button ref={addButton} type="button" disabled={list.rows.length >= most} onClick={list.add}>
      {words.add}
    </button>
  );
  return (
    <SectionForm form={list.form} submit={words.save} action={add}>
      {list.rows.length === 0 && <p className="muted">{words.none}</p>}
      {list.rows.map((row, index) => (
        <fieldset key={row.key} className={`pharmacy-row ${rowClass}`}>
          <legend className="sr-only">{words.row(index + 1)}</legend>
          {children(row)}
          <button type="button" className="small" onClick={() => remove(row.key)}>
            {t('hours.remove')}
            <span className="sr-only"> {words.row(index + 1)}</span>
          </button>
        </fieldset>
      ))}
    </SectionForm>
  );
}
