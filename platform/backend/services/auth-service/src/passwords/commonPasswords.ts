const COMMON_WORDS = new Set([
  'password',
  'passwort',
  'motdepasse',
  'qwerty',
  'qwertz',
  'azerty',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'letmein',
  'welcome',
  'willkommen',
  'bienvenue',
  'iloveyou',
  'administrator',
  'admin',
  'changeme',
  'secret',
  'geheim',
  'dragon',
  'monkey',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'superman',
  'trustno',
  'master',
  'login',
  'hello',
  'hallo',
  'bonjour',
  'abc',
  'abcdef',
  'default',
  'pharmacy',
  'apotheke',
  'pharmacie',
  'officina',
]);

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** Whether a password is a well-known word, once decoration and look-alikes are taken off. */
export function isCommonPassword(password: string): boolean {
  const bare = password.toLowerCase().replace(/[^\p{L}]+$/u, '');
  const read = [...bare].map((sign) => LOOKALIKES[sign] ?? sign).join('');
  const word = read.replace(/[^\p{L}]/gu, '');
  return word === '' || COMMON_WORDS.has(word) || new Set(word).size <= 2;
}
