import { Component } from '../base';
import { Composer } from './composer';
import { MessageEntry } from './message-entry';

/** The conversation that is open. */
export class ThreadView extends Component {
  readonly heading = this.root.getByRole('heading', { level: 2 });
  readonly log = this.root.getByRole('log');
  readonly messages = this.log.getByRole('listitem');
  readonly olderButton = this.log.getByRole('button', { name: 'Show older messages' });
  readonly composer = new Composer(this.root.getByRole('form', { name: 'Answer' }));

  /** A message by words of its text. */
  message(text: string): MessageEntry {
    return new MessageEntry(this.messages.filter({ hasText: text }));
  }

  /** Writes an answer and sends it. */
  async answer(text: string): Promise<void> {
    await this.composer.text.fill(text);
    await this.composer.send();
  }
}
