import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MARK = '<!--officina-config-->';
const LANGUAGE_FILE = /^(de|fr|en)-[^.]+\.js$/;
const DEFAULT_LANGUAGE = 'en';

/** Gives the app's page, made for the languages that a browser asks for. */
export type PageFor = (acceptLanguage: string | undefined) => string;

/** Reads the built page once and puts in where the API is. */
export function readPage(appFolder: string, apiUrl: string): PageFor {
  const path = join(appFolder, 'index.html');
  const html = readFileSync(path, 'utf8');
  if (!html.includes(MARK)) throw new Error(`${path} has no ${MARK}: build the web app again.`);
  const pages = new Map<string, string>();
  for (const [language, file] of languageFiles(appFolder)) {
    // The texts are needed before anything is shown: fetched beside the code, not after it.
    const preload = `<link rel="modulepreload" crossorigin href="/assets/${file}">`;
    pages.set(
      language,
      html.replace(MARK, () => configScript(apiUrl) + preload),
    );
  }
  const fallback = pages.get(DEFAULT_LANGUAGE);
  if (fallback === undefined)
    throw new Error(`${appFolder} has no texts: build the web app again.`);
  return (acceptLanguage) => {
    const tags = (acceptLanguage ?? '')
      .split(',')
      .map((tag) => tag.trim().slice(0, 2).toLowerCase());
    return tags.map((tag) => pages.get(tag)).find((page) => page !== undefined) ?? fallback;
  };
}

function languageFiles(appFolder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const file of readdirSync(join(appFolder, 'assets'))) {
    const language = LANGUAGE_FILE.exec(file)?.[1];
    if (language !== undefined) files.set(language, file);
  }
  return files;
}

function configScript(apiUrl: string): string {
  // "<" is escaped so that no value can close the script element.
  const config = JSON.stringify({ apiUrl }).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="officina-config">${config}</script>`;
}
