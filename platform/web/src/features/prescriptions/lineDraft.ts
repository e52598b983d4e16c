import type { Line, LineInput } from '../../api/prescriptions';
import type { T } from '../../i18n/useT';
import { errorsOf, required } from '../../ui/validation';

/** A medicine while it is being written down. */
export interface LineDraft {
  /** Tells drafts apart on the page. */
  readonly key: string;
  readonly id: string | undefined;
  readonly itemId: string;
  readonly medicine: string;
  readonly substance: string;
  readonly quantity: string;
  readonly dose: string;
  readonly instructions: string;
}

/** The fields of a draft that are typed in. */
export type LineField = Exclude<keyof LineDraft, 'key' | 'id'>;
/** Error texts of a draft by field. */
export type LineErrors = Readonly<Partial<Record<LineField, string>>>;

/** A draft with nothing in it. */
export function emptyDraft(): LineDraft {
  return {
    key: crypto.randomUUID(),
    id: undefined,
    itemId: '',
    medicine: '',
    substance: '',
    quantity: '1',
    dose: '',
    instructions: '',
  };
}

/** A draft of what is written down already. */
export function draftOf(line: Line): LineDraft {
  const { id, itemId, quantity, ...texts } = line;
  return { ...texts, key: id, id, itemId: itemId ?? '', quantity: String(quantity) };
}

/** A draft as it is sent. */
export function inputOf(draft: LineDraft): LineInput {
  return {
    ...(draft.id === undefined ? {} : { id: draft.id }),
    itemId: draft.itemId || null,
    medicine: draft.medicine.trim(),
    substance: draft.substance.trim(),
    quantity: Number(draft.quantity),
    dose: draft.dose.trim(),
    instructions: draft.instructions.trim(),
  };
}

function quantityError(quantity: string, t: T): string | undefined {
  const valid = /^[1-9]\d{0,2}$/.test(quantity.trim());
  return valid ? undefined : t('prescriptions.invalid.quantity');
}

/** What is wrong with a draft. */
export function errorsIn(draft: LineDraft, t: T): LineErrors {
  return errorsOf({
    medicine: required(draft.medicine, t),
    substance: required(draft.substance, t),
    quantity: quantityError(draft.quantity, t),
    dose: required(draft.dose, t),
  });
}
