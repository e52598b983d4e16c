import { describeError } from './describe-error';
import { field } from '../data/field';

/** Whether the error says that a disk is full. */
export function isFullDisk(error: unknown): boolean {
  return field(error, 'code') === 'ENOSPC';
}

/**
 * Writes, and goes on where the disk is full: what a run knows must not be lost because it cannot be kept.
 *
 * @returns what to tell then: the folder and what could not be written.
 * @throws Error when writing fails for another reason.
 */
export function writeOrTell(folder: string, what: string, write: () => void): string | undefined {
  try {
    write();
    return undefined;
  } catch (error) {
    if (!isFullDisk(error)) throw error;
    return `The disk of ${folder} is full: ${what} could not be written (${describeError(error)}). Make room there.`;
  }
}
