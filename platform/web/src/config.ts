/** What the web server tells the app at serve time. */
export interface AppConfig {
  readonly apiUrl: string;
}

function readConfig(): AppConfig {
  const text = document.getElementById('officina-config')?.textContent ?? '';
  const value: unknown = text === '' ? undefined : JSON.parse(text);
  if (
    typeof value === 'object' &&
    value !== null &&
    'apiUrl' in value &&
    typeof value.apiUrl === 'string'
  ) {
    return { apiUrl: value.apiUrl };
  }
  throw new Error(
    'The page has no API address: open the app through its web server, which puts it in.',
  );
}

/** The configuration of this page load. */
export const config: AppConfig = readConfig();
