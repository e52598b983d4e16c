import { Component } from '../base';

/** The doctor's own notes. */
export class NotesCard extends Component {
  readonly text = this.root.getByRole('textbox', { name: 'Your notes' });

  /** Writes the notes and saves them. */
  async save(text: string): Promise<void> {
    await this.text.fill(text);
    await this.root.getByRole('button', { name: 'Save notes' }).click();
  }
}
