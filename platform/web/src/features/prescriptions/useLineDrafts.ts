import { useState } from 'react';
import type { Line, LineInput } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { draftOf, emptyDraft, errorsIn, inputOf } from './lineDraft';
import type { LineDraft, LineErrors } from './lineDraft';

/** The medicines of a form, and what can be done with them. */
export interface LineDrafts {
  readonly drafts: readonly LineDraft[];
  readonly errorsOf: (draft: LineDraft) => LineErrors;
  readonly change: (key: string, values: Partial<LineDraft>) => void;
  readonly add: () => void;
  readonly remove: (key: string) => void;
  /** Whether all can be sent; from then on the fields say what is wrong with them. */
  readonly check: () => boolean;
  readonly inputs: () => readonly LineInput[];
}

/** The medicines of a form; at least one, empty at first. */
export function useLineDrafts(lines: readonly Line[]): LineDrafts {
  const { t } = useT();
  const [checked, setChecked] = useState(false);
  const [drafts, setDrafts] = useState<readonly LineDraft[]>(() =>
    lines.length === 0 ? [emptyDraft()] : lines.map(draftOf),
  );
  return {
    drafts,
    errorsOf: (draft) => (checked ? errorsIn(draft, t) : {}),
    change: (key, values) =>
      setDrafts((all) => all.map((one) => (one.key === key ? { ...one, ...values } : one))),
    add: () => setDrafts((all) => [...all, emptyDraft()]),
    remove: (key) => setDrafts((all) => all.filter((one) => one.key !== key)),
    check: () => {
      setChecked(true);
      return drafts.every((draft) => Object.keys(errorsIn(draft, t)).length === 0);
    },
    inputs: () => drafts.map(inputOf),
  };
}
