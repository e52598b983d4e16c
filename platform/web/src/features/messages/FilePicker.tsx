import { useId } from 'react';
import { useT } from '../../i18n/useT';

const MOST_FILES = 5;

interface Props {
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
}

/** Chooses the files that go with a message. */
export function FilePicker({ files, onFiles }: Props) {
  const { t } = useT();
  const id = useId();
  return (
    <div className="file-picker">
      <label htmlFor={id}>{t('messages.attach')}</label>
      <input
        id={id}
        type="file"
        multiple
        accept="application/pdf,image/png,image/jpeg"
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          onFiles([...files, ...(event.target.files ?? [])].slice(0, MOST_FILES));
          // The same file can be chosen again after it was removed.
          event.target.value = '';
        }}
      />
      <p className="hint" id={`${id}-hint`}>
        {t('messages.attachHint')}
      </p>
      {files.length > 0 && (
        <ul aria-label={t('messages.chosenFiles')}>
          {files.map((file, index) => (
            <li key={`${index}-${file.name}`}>
              {file.name}{' '}
              <button
                type="button"
                className="small"
                onClick={() => onFiles(files.filter((_, other) => other !== index))}
              >
                {t('messages.removeFile', { name: file.name })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
