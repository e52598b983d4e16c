import path from 'node:path';
import type { Finding } from '../model/finding';
import type { PlatformFacts, ServiceFacts } from '../model/facts';

/** Looks at what is known of one service. Pure: it reads no file. */
export type Check = (service: ServiceFacts, platform: PlatformFacts) => readonly Finding[];

/** A path below the root, for messages, with `/`. */
export function below(platform: PlatformFacts, file: string): string {
  return path.relative(platform.root, file).split(path.sep).join('/') || '.';
}

/** The folder name of a path's package among those that the audit looks at, or the file. */
export function quoted(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).map((name) => `"${name}"`).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** How a service's packages are installed, as a step of a repair. */
export function install({ lock }: Pick<ServiceFacts, 'lock'>): string {
  return `run "${lock?.manager ?? 'npm'} install"`;
}
