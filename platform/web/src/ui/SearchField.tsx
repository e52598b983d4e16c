import { FieldFrame } from './FieldFrame';
import { useTypedText } from './useSearchFilter';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

/** A search box that searches while one types. */
export function SearchField({ label, value, onSearch }: Props) {
  const { text, setText } = useTypedText(value, onSearch);
  return (
    <FieldFrame label={label}>
      {(control) => (
        <input
          {...control}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
