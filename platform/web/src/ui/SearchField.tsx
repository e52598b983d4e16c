import { FieldFrame } from './FieldFrame';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** A search box. */
export function SearchField({ label, value, onValue }: Props) {
  return (
    <FieldFrame label={label}>
      {(control) => (
        <input
          {...control}
          type="search"
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
