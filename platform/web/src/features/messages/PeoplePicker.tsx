import { useId, useState } from 'react';
import type { Person } from '../../api/messages';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { FieldFrame } from '../../ui/FieldFrame';

const SEARCH_FROM = 8;

interface Props {
  readonly people: readonly Person[];
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
  readonly error: string | undefined;
}

/** Chooses who takes part in a conversation. */
export function PeoplePicker({ people, chosen, onChosen, error }: Props) {
  const { t } = useT();
  const me = useMe();
  const id = useId();
  const [search, setSearch] = useState('');
  const others = people.filter((person) => person.id !== me.id);
  const wanted = search.trim().toLocaleLowerCase();
  // Who was chosen stays in sight, so that nobody is written to by accident.
  const shown = others.filter(
    (person) => chosen.has(person.id) || person.name.toLocaleLowerCase().includes(wanted),
  );
  const toggle = (personId: string): void => {
    const next = new Set(chosen);
    if (!next.delete(personId)) next.add(personId);
    onChosen(next);
  };
  return (
    <fieldset className="people" aria-describedby={error && `${id}-error`}>
      <legend>{t('messages.to')}</legend>
      {others.length === 0 && <p className="muted">{t('messages.nobodyElse')}</p>}
      {others.length > SEARCH_FROM && (
        <FieldFrame label={t('messages.searchPeople')}>
          {(control) => (
            <input
              {...control}
              type="search"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
        </FieldFrame>
      )}
      <div className="choices-list">
        {shown.map((person, index) => (
          <label key={person.id}>
            <input
              type="checkbox"
              checked={chosen.has(person.id)}
              aria-invalid={error !== undefined && index === 0 ? true : undefined}
              onChange={() => toggle(person.id)}
            />
            {person.name} <span className="muted">{t(`role.${person.role}`)}</span>
          </label>
        ))}
      </div>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
