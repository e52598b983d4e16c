import type { Locator } from '@playwright/test';
import type { Pages } from '../../../../page-objects';
import type { Filled } from '../../support/filled';

/** Something that opens on a main page, by the name of {@link mainPage}. */
export interface Part {
  readonly on: string;
  readonly name: string;
  readonly open: (pages: Pages, filled: Filled) => Promise<unknown>;
}

/** A part that is not a dialog, and what shows that it is there. */
export interface UnfoldedPart extends Part {
  readonly shows: (pages: Pages) => Locator;
}

/** The dialogs, one of each kind. */
export const DIALOGS: readonly Part[] = [
  { on: 'users', name: 'invite a user', open: ({ users }) => users.startInviting() },
  { on: 'users', name: 'change a user', open: ({ users }) => users.edit('Nora Newcomer') },
  { on: 'users', name: 'permissions of a user', open: ({ users }) => users.permissionsOf('Nora Newcomer') },
  { on: 'users', name: 'a new link', open: ({ users }) => users.table.row('Nora Newcomer').newLink.click() },
  { on: 'users', name: 'a question before something is done', open: ({ users }) => users.table.row('Nora Newcomer').delete.click() },
  { on: 'locations', name: 'change a location', open: ({ locations }) => locations.edit('Apotheke am Markt') },
  { on: 'inventory', name: 'add an item', open: ({ items }) => items.startAdding() },
  { on: 'item', name: 'receive goods', open: (pages, filled) => pages.item(filled.item.id).startReceiving() },
  { on: 'item', name: 'dispense', open: (pages, filled) => pages.item(filled.item.id).start('Dispense') },
  { on: 'prescriptions', name: 'upload a prescription', open: ({ prescriptions }) => prescriptions.startUpload() },
  { on: 'prescription', name: 'reject', open: (pages, filled) => pages.prescription(filled.prescription).startRejecting() },
  { on: 'prescription', name: 'change the medicines', open: (pages, filled) => pages.prescription(filled.prescription).startEditing() },
  { on: 'prescription', name: 'change the allergies', open: (pages, filled) => pages.prescription(filled.prescription).startEditingAllergies() },
  { on: "a doctor's consultations", name: 'offer a slot', open: ({ consultations }) => consultations.startOffering() },
  { on: "a patient's consultations", name: 'book', open: ({ consultations }) => consultations.startBooking() },
  {
    on: 'consultation room',
    name: 'end with a prescription',
    open: async (pages, filled) => {
      const dialog = await pages.consultation(filled.room).startEnding();
      await dialog.prescribe.check();
    },
  },
  { on: 'messages', name: 'new conversation', open: ({ messages }) => messages.startThread() },
];

/** What opens in the page itself. */
export const UNFOLDED: readonly UnfoldedPart[] = [
  {
    on: 'dashboard',
    name: 'the user menu',
    open: ({ shell }) => shell.userMenu.open(),
    shows: ({ shell }) => shell.userMenu.signOutButton,
  },
  {
    on: 'dashboard',
    name: 'the notifications',
    open: ({ messages }) => messages.bell.open(),
    shows: ({ messages }) => messages.bell.list,
  },
  {
    on: 'security',
    name: 'the set-up of two-step sign-in',
    open: ({ security }) => security.secondStep.setUp(),
    shows: ({ security }) => security.secondStep.wizard.qrCode,
  },
  {
    on: 'inventory',
    name: 'a scanned item',
    open: ({ items }, filled) => items.scanner.scan(filled.item.gtin),
    shows: ({ items }) => items.scanner.result,
  },
  {
    on: 'inventory',
    name: 'a scanned code that nobody knows',
    open: ({ items }) => items.scanner.scan('4006381333931'),
    shows: ({ items }) => items.scanner.add,
  },
  {
    on: 'inventory',
    name: 'a filter that nothing matches',
    open: ({ items }) => items.search.fill('no such thing'),
    shows: ({ items }) => items.content.getByText('No item found.'),
  },
  {
    on: 'new prescription',
    name: 'a second medicine',
    open: ({ newPrescription }) => newPrescription.medicines.add(),
    shows: ({ newPrescription }) => newPrescription.medicines.groups.nth(1),
  },
];

/** Forms that were sent as they must not be. */
export const REFUSED: readonly Part[] = [
  { on: 'sign-in', name: 'nothing typed', open: ({ signIn }) => signIn.submit.click() },
  { on: 'sign-in', name: 'a wrong password', open: ({ signIn }) => signIn.signIn({ email: 'nobody@officina.example', password: 'wrong' }) },
  { on: 'register', name: 'nothing typed', open: ({ register }) => register.submit.click() },
  {
    on: 'users',
    name: 'an invitation without a name',
    open: async ({ users }) => (await users.startInviting()).send(),
  },
  {
    on: 'locations',
    name: 'opening hours that end before they begin',
    open: async ({ locations }) => {
      const dialog = await locations.startAdding();
      await dialog.hours('Monday').open('12:00', '08:00');
      await dialog.save();
    },
  },
  { on: 'new prescription', name: 'nothing chosen', open: ({ newPrescription }) => newPrescription.write() },
  { on: 'conversation', name: 'an empty answer', open: ({ messages }) => messages.thread('Cold chain').composer.send() },
  { on: 'security', name: 'no password', open: ({ security }) => security.password.change('', '') },
];
