import type { Files } from './files';

const MARK = '<!--officina-config-->';
const LANGUAGE_FILE = /^assets\/((de|fr|en)-[^./]+\.js)$/;
const DEFAULT_LANGUAGE = 'en';

/** Gives the app's page, made for the languages that a browser asks for. */
export type PageFor = (acceptLanguage: string | undefined) => string;

/** Takes the built page and puts in where the API is. */
export function readPage(files: Files, apiUrl: string): PageFor {
  const html = new TextDecoder().decode(files.get('index.html'));
  if (!html.includes(MARK)) throw new Error(`index.html has no ${MARK}: build the web app again.`);
  const pages = new Map<string, string>();
  for (const [language, file] of languageFiles(files)) {
    // The texts are needed before anything is shown: fetched beside the code, not after it.
    const preload = `<link rel="modulepreload" crossorigin href="/assets/${file}">`;
    pages.set(
      language,
      html.replace(MARK, () => configScript(apiUrl) + preload),
    );
  }
  const fallback = pages.get(DEFAULT_LANGUAGE);
  if (fallback === undefined)
    throw new Error('the built app has no texts: build the web app again.');
  return (acceptLanguage) => {
    const tags = (acceptLanguage ?? '')
      .split(',')
      .map((tag) => tag.trim().slice(0, 2).toLowerCase());
    return tags.map((tag) => pages.get(tag)).find((page) => page !== undefined) ?? fallback;
  };
}

function languageFiles(files: Files): ReadonlyMap<string, string> {
  const found = [...files.keys()].flatMap((path) => {
    const [, file, language] = LANGUAGE_FILE.exec(path) ?? [];
    return file && language ? [[language, file] as const] : [];
  });
  return new Map(found);
}

function configScript(apiUrl: string): string {
  // "<" is escaped so that no value can close the script element.
  const config = JSON.stringify({ apiUrl }).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="officina-config">${config}</script>`;
}
