import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import { asApiError, type ApiError } from '../api/ApiError';
import { useT, type Texts } from '../i18n/useT';
import { fieldText } from './fieldText';

/** Error texts by field. */
export type FieldErrors = Readonly<Partial<Record<string, string>>>;

/** What a form is told. */
export interface FormOptions<V> {
  readonly initial: V;
  readonly validate?: (values: V) => FieldErrors | Promise<FieldErrors>;
  readonly submit: (values: V) => Promise<void>;
}

/** What a field component takes from the form. */
export interface FieldBinding<Value extends string = string> {
  readonly name: string;
  readonly value: Value;
  readonly error: string | undefined;
  readonly onValue: (value: Value) => void;
}

/** A form's state and handlers. */
export interface Form<V> {
  readonly values: V;
  readonly pending: boolean;
  readonly failure: ApiError | undefined;
  readonly field: <K extends keyof V & string>(name: K) => FieldBinding<V[K] & string>;
  /** What is wrong at a path below a field, such as `holidays.1.date`. */
  readonly errorAt: (path: string) => string | undefined;
  readonly submitAgain: () => void;
  readonly props: {
    readonly ref: RefObject<HTMLFormElement | null>;
    readonly noValidate: true;
    readonly onSubmit: (event: FormEvent) => void;
  };
}

interface Outcome {
  readonly errors: FieldErrors;
  readonly failure: ApiError | undefined;
}

/** A form whose errors stand at its fields: found here before sending, or named by the server. */
export function useForm<V extends Readonly<Record<string, string>>>(
  options: FormOptions<V>,
): Form<V> {
  const [values, setValues] = useState(options.initial);
  const { pending, outcome, start } = useSending(options, values);
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [outcome]);
  return {
    values,
    pending,
    failure: outcome.failure,
    field: (name) => ({
      name,
      // Every value is a string; a narrower type comes from the initial values.
      value: values[name] as V[typeof name] & string,
      error: outcome.errors[name],
      onValue: (value) => setValues((before) => ({ ...before, [name]: value })),
    }),
    errorAt: (path) => outcome.errors[path],
    submitAgain: start,
    props: {
      ref,
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        start();
      },
    },
  };
}

function useSending<V extends object>(options: FormOptions<V>, values: V) {
  const [outcome, setOutcome] = useState<Outcome>({ errors: {}, failure: undefined });
  const [pending, setPending] = useState(false);
  const texts = useT();
  async function run(): Promise<void> {
    setPending(true);
    try {
      const errors = (await options.validate?.(values)) ?? {};
      if (Object.keys(errors).length === 0) await options.submit(values);
      setOutcome({ errors, failure: undefined });
    } catch (error) {
      setOutcome(outcomeOf(asApiError(error), values, texts));
    } finally {
      setPending(false);
    }
  }
  function start(): void {
    if (!pending) void run();
  }
  return { pending, outcome, start };
}

function outcomeOf(error: ApiError, values: object, texts: Texts): Outcome {
  const errors: Record<string, string> = {};
  for (const fault of error.problem.errors) {
    const path = fault.path.replace(/^\//, '').replaceAll('/', '.');
    const field = path.split('.')[0] ?? '';
    if (!(field in values)) continue;
    const text = fieldText(texts, error, fault);
    errors[field] ??= text;
    errors[path] ??= text;
  }
  const known = Object.keys(errors).length > 0;
  return { errors, failure: known ? undefined : error };
}
