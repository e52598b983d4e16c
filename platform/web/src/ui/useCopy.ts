import { useT } from '../i18n/useT';
import { useNotify } from './notify';

/** Copies a text to the clipboard and says whether it worked. */
export function useCopy(): (text: string) => Promise<string> {
  const { t } = useT();
  const notify = useNotify();
  return async (text) => {
    const outcome = await navigator.clipboard.writeText(text).then(
      () => t('common.copied'),
      () => t('common.copyFailed'),
    );
    notify(outcome);
    return outcome;
  };
}
