import type { Locator } from '@playwright/test';
import { Component } from '../base';

/** A file as tests hand it to the browser. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Where a message is written, in a conversation and in the dialog that starts one. */
export class Composer extends Component {
  readonly text = this.root.getByRole('textbox', { name: 'Message' });
  readonly files = this.root.getByLabel('Attach files');
  readonly chosenFiles = this.root.getByRole('list', { name: 'Files to send' }).getByRole('listitem');
  readonly sendButton = this.root.getByRole('button', { name: 'Send', exact: true });
  readonly alert = this.root.getByRole('alert');
  readonly tryAgain = this.alert.getByRole('button', { name: 'Try again' });

  /** The text of an error at a field. */
  fault(text: string): Locator {
    return this.root.getByText(text, { exact: true });
  }

  /** Adds files to the message. */
  async attach(...files: readonly ChosenFile[]): Promise<void> {
    await this.files.setInputFiles(files.map((file) => ({ ...file })));
  }

  /** Takes a chosen file away again. */
  async removeFile(name: string): Promise<void> {
    await this.root.getByRole('button', { name: `Remove ${name}` }).click();
  }

  /** Sends what is written. */
  async send(): Promise<void> {
    await this.sendButton.click();
  }
}
