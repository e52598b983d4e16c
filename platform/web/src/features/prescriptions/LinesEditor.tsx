import { useT } from '../../i18n/useT';
import { hasRight, useMe } from '../../session/useSession';
import { TextField } from '../../ui/TextField';
import type { FieldBinding } from '../../ui/useForm';
import { ItemField } from './ItemField';
import type { LineDraft, LineField } from './lineDraft';
import type { LineDrafts } from './useLineDrafts';

/** Writes the medicines of a prescription down, one group of fields each. */
export function LinesEditor({ lines }: { readonly lines: LineDrafts }) {
  const { t } = useT();
  return (
    <>
      {lines.drafts.map((draft, at) => (
        <LineFields key={draft.key} draft={draft} number={at + 1} lines={lines} />
      ))}
      <div className="buttons">
        <button type="button" onClick={lines.add}>
          {t('prescriptions.addLine')}
        </button>
      </div>
    </>
  );
}

interface Props {
  readonly draft: LineDraft;
  readonly number: number;
  readonly lines: LineDrafts;
}

function bindingsOf({ draft, lines }: Props) {
  const errors = lines.errorsOf(draft);
  return (name: LineField): FieldBinding => ({
    name: `${draft.key}-${name}`,
    value: draft[name],
    error: errors[name],
    onValue: (value) => lines.change(draft.key, { [name]: value }),
  });
}

function LineFields(props: Props) {
  const { t } = useT();
  const { draft, number, lines } = props;
  const field = bindingsOf(props);
  const instructions = t('common.optional', { label: t('prescriptions.instructions') });
  return (
    <fieldset className="prescription-line">
      <legend>{t('prescriptions.line', { number })}</legend>
      {hasRight(useMe(), 'inventory') && (
        <ItemField
          field={field('itemId')}
          onItem={(itemId, name) =>
            lines.change(draft.key, { itemId, medicine: draft.medicine || name })
          }
        />
      )}
      <TextField {...field('medicine')} label={t('prescriptions.medicine')} autoComplete="off" />
      <TextField {...field('substance')} label={t('prescriptions.substance')} autoComplete="off" />
      <TextField {...field('quantity')} label={t('prescriptions.quantity')} inputMode="numeric" />
      <TextField
        {...field('dose')}
        label={t('prescriptions.dose')}
        hint={t('prescriptions.doseHint')}
        autoComplete="off"
      />
      <TextField {...field('instructions')} label={instructions} autoComplete="off" />
      {lines.drafts.length > 1 && (
        <button type="button" className="small" onClick={() => lines.remove(draft.key)}>
          {t('prescriptions.removeLine', { number })}
        </button>
      )}
    </fieldset>
  );
}
