import { Component } from '../base';

/** Opening hours of one day: none, one span, or two with a break between. */
export class DayHours extends Component {
  readonly opens = this.root.getByLabel('opens at');
  readonly closes = this.root.getByLabel('closes at');
  readonly opensAgain = this.root.getByLabel('opens again at');
  readonly closesAgain = this.root.getByLabel('closes again at');
  private readonly addButton = this.root.getByRole('button', { name: 'Add hours' });
  private readonly removeButtons = this.root.getByRole('button', { name: 'Remove' });

  /** Sets the first span of a day that is closed so far. */
  async open(from: string, to: string): Promise<void> {
    await this.addButton.click();
    await this.opens.fill(from);
    await this.closes.fill(to);
  }

  /** Sets the second span, after the break. */
  async openAgain(from: string, to: string): Promise<void> {
    await this.addButton.click();
    await this.opensAgain.fill(from);
    await this.closesAgain.fill(to);
  }

  /** Takes the last span away. */
  async removeLast(): Promise<void> {
    await this.removeButtons.last().click();
  }
}
