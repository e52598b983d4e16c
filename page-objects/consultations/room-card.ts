import { Component } from '../base';

/** The room, and the door to it. */
export class RoomCard extends Component {
  readonly openButton = this.root.getByRole('button', { name: 'Open the room' });
  readonly joinButton = this.root.getByRole('button', { name: 'Join the room' });
  readonly endButton = this.root.getByRole('button', { name: 'End consultation' });
  readonly chat = this.root.getByRole('log', { name: 'Chat' });
  /** What was written, the oldest first. */
  readonly messages = this.chat.getByRole('listitem');
  readonly message = this.root.getByRole('textbox', { name: 'Message' });
  readonly sendButton = this.root.getByRole('button', { name: 'Send' });
  readonly alert = this.root.getByRole('alert');

  /** Writes a message and sends it by the keyboard. */
  async write(text: string): Promise<void> {
    await this.message.fill(text);
    await this.message.press('Enter');
  }
}
