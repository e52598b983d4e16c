import { isFullDisk } from '../../support/errors/full-disk';

let isListening = false;

/**
 * Keeps a full disk from ending the run: a reporter whose files cannot be written (Allure's works on after
 * it has answered) would otherwise take the whole process with it, and all verdicts.
 */
export function surviveFullDisk(): void {
  if (isListening) return;
  isListening = true;
  process.on('unhandledRejection', (error) => {
    // Anything else ends the process, as without this.
    if (!isFullDisk(error)) throw error;
  });
}
