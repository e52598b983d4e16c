import { Modal } from './modal';

/** What can be told about a user. */
export interface UserDetails {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  /** As shown, such as "Doctor". */
  readonly role?: string;
}

/** The fields by which a user is invited or changed. */
export abstract class UserForm extends Modal {
  readonly name = this.root.getByRole('textbox', { name: 'Name', exact: true });
  readonly email = this.root.getByRole('textbox', { name: 'E-mail address' });
  readonly phone = this.root.getByRole('textbox', { name: 'Phone (optional)' });
  readonly role = this.root.getByRole('combobox', { name: 'Role' });

  /** Fills in what is given and leaves the other fields as they are. */
  async fill({ name, email, phone, role }: UserDetails): Promise<this> {
    if (name !== undefined) await this.name.fill(name);
    if (email !== undefined) await this.email.fill(email);
    if (phone !== undefined) await this.phone.fill(phone);
    if (role !== undefined) await this.role.selectOption({ label: role });
    return this;
  }
}
