import { Component } from '../base';
import { LineFields } from './line-fields';

/** Writes the medicines of a prescription down. */
export class MedicinesEditor extends Component {
  readonly groups = this.root.getByRole('group', { name: /^Medicine \d/ });

  /** The fields of a medicine, counted from 1. */
  medicine(number: number): LineFields {
    return new LineFields(this.root.getByRole('group', { name: `Medicine ${number}`, exact: true }));
  }

  /** Adds fields for another medicine. */
  async add(): Promise<void> {
    await this.root.getByRole('button', { name: 'Add a medicine' }).click();
  }
}
