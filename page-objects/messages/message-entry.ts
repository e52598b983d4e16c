import { Component } from '../base';

/** One message of a conversation. */
export class MessageEntry extends Component {
  readonly author = this.root.getByRole('strong');

  /** The button that downloads a file of the message. */
  file(name: string) {
    return this.root.getByRole('button', { name: `Download ${name}` });
  }
}
