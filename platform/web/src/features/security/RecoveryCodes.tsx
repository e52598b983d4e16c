import { useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/useT';
import { download } from '../../ui/download';
import { useCopy } from '../../ui/useCopy';

interface Props {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Shows recovery codes, once. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const { t } = useT();
  const copy = useCopy();
  const [copied, setCopied] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = `${codes.join('\n')}\n`;
  return (
    <div className="stack">
      <h3 ref={heading} tabIndex={-1}>
        {t('mfa.codesTitle')}
      </h3>
      <p>{t('mfa.codesText')}</p>
      <ul className="codes" aria-label={t('mfa.codesLabel')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="muted" aria-live="polite">
        {copied}
      </p>
      <div className="buttons">
        <button type="button" onClick={() => void copy(text).then(setCopied)}>
          {t('mfa.copyCodes')}
        </button>
        <button
          type="button"
          onClick={() =>
            download('officina-recovery-codes.txt', new Blob([text], { type: 'text/plain' }))
          }
        >
          {t('mfa.downloadCodes')}
        </button>
        <button type="button" className="primary" onClick={onDone}>
          {t('mfa.codesSaved')}
        </button>
      </div>
    </div>
  );
}
