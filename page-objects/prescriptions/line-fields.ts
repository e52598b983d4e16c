import { Component } from '../base';

/** What can be told of a medicine. */
export interface MedicineDetails {
  readonly medicine?: string;
  readonly substance?: string;
  readonly quantity?: string;
  readonly dose?: string;
  readonly instructions?: string;
}

/** The fields of one medicine. */
export class LineFields extends Component {
  readonly item = this.root.getByRole('combobox', { name: 'Taken from stock' });
  readonly medicine = this.root.getByRole('textbox', { name: 'Medicine', exact: true });
  readonly substance = this.root.getByRole('textbox', { name: 'Substance' });
  readonly quantity = this.root.getByRole('textbox', { name: 'Quantity' });
  readonly dose = this.root.getByRole('textbox', { name: 'Dose' });
  readonly instructions = this.root.getByRole('textbox', { name: 'Instructions (optional)' });
  readonly remove = this.root.getByRole('button', { name: /^Remove medicine/ });

  /** Fills in what is given and leaves the other fields as they are. */
  async fill(details: MedicineDetails): Promise<void> {
    const { medicine, substance, quantity, dose, instructions } = details;
    if (medicine !== undefined) await this.medicine.fill(medicine);
    if (substance !== undefined) await this.substance.fill(substance);
    if (quantity !== undefined) await this.quantity.fill(quantity);
    if (dose !== undefined) await this.dose.fill(dose);
    if (instructions !== undefined) await this.instructions.fill(instructions);
  }
}
