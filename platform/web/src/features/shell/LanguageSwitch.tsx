import { chooseLanguage } from '../../i18n';
import { LANGUAGES } from '../../i18n/language';
import { useT } from '../../i18n/useT';

/** Changes the language of the app in this browser. */
export function LanguageSwitch() {
  const { t, language } = useT();
  function choose(value: string): void {
    const chosen = LANGUAGES.find((each) => each === value);
    if (chosen) void chooseLanguage(chosen);
  }
  return (
    <label className="language">
      <span className="sr-only">{t('field.language')}</span>
      <select value={language} onChange={(event) => choose(event.target.value)}>
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {t(`language.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
