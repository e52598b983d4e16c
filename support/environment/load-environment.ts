import path from 'node:path';
import { config } from 'dotenv';
import { parseEnvironment, type GroundworkEnvironment } from './parse-environment';

/** The `.env` files of a folder, the one that wins first. */
export function environmentFiles(root: string): string[] {
  return ['.env.local', '.env'].map((name) => path.join(root, name));
}

/**
 * Reads `.env` and `.env.local` of the folder (the local one wins) into `process.env`, never over
 * what is already set, and validates Groundwork's own variables.
 *
 * @throws UsageError that names the variable, what was found and what is allowed.
 */
export function loadEnvironment(root: string): GroundworkEnvironment {
  config({ path: environmentFiles(root), quiet: true });
  return parseEnvironment(process.env);
}
