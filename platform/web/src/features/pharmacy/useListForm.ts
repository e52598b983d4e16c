import { useRef, useState } from 'react';
import { useForm, type FieldBinding, type FieldErrors, type Form } from '../../ui/useForm';

/** A row while it is being filled in. */
export type Row = Readonly<Record<string, string>>;

/** A row with what tells it apart on the page. */
export interface KeyedRow<R extends Row> {
  readonly key: string;
  readonly values: R;
  /** Added by the user just now. */
  readonly fresh: boolean;
}

interface Options<R extends Row> {
  /** The name of the list in the paths of the server's errors. */
  readonly name: string;
  readonly initial: readonly R[];
  readonly empty: R;
  /** What is wrong with the rows, by `<index>.<field>`. */
  readonly check: (rows: readonly R[]) => FieldErrors;
  /** Saves all rows, and gives them back as they are now. */
  readonly save: (rows: readonly R[]) => Promise<readonly R[]>;
}

/** A list of rows that is saved as a whole. */
export interface ListForm<R extends Row> {
  readonly form: Form<Readonly<Record<string, string>>>;
  readonly rows: readonly KeyedRow<R>[];
  readonly add: () => void;
  readonly remove: (key: string) => void;
  readonly field: (row: KeyedRow<R>, name: keyof R & string) => FieldBinding;
}

function keyed<R extends Row>(rows: readonly R[], fresh = false): readonly KeyedRow<R>[] {
  return rows.map((values) => ({ key: crypto.randomUUID(), values, fresh }));
}

/** The state of a list of rows; errors stand at the fields of the rows that they were found in. */
export function useListForm<R extends Row>(options: Options<R>): ListForm<R> {
  const { name: list } = options;
  const [rows, setRows] = useState(() => keyed(options.initial));
  // Errors name rows by their place when they were sent; rows may be added and removed since.
  const sent = useRef<readonly string[]>([]);
  const form = useForm<Readonly<Record<string, string>>>({
    initial: { [list]: '' },
    validate: () => {
      sent.current = rows.map(({ key }) => key);
      const errors = Object.entries(options.check(rows.map(({ values }) => values)));
      return Object.fromEntries(errors.map(([path, text]) => [`${list}.${path}`, text]));
    },
    submit: async () => setRows(keyed(await options.save(rows.map(({ values }) => values)))),
  });
  return {
    form,
    rows,
    add: () => setRows((all) => [...all, ...keyed([options.empty], true)]),
    remove: (key) => setRows((all) => all.filter((row) => row.key !== key)),
    field: ({ key, values }, name) => ({
      name: `${key}-${name}`,
      value: values[name] ?? '',
      error: form.errorAt(`${list}.${sent.current.indexOf(key)}.${name}`),
      onValue: (value) =>
        setRows((all) =>
          all.map((row) => (row.key === key ? { ...row, values: { ...row.values, [name]: value } } : row)),
        ),
    }),
  };
}
