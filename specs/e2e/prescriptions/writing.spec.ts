import { readFile } from 'node:fs/promises';
import { expect, test } from '../../../fixtures';
import { stocked } from '../inventory/support/stock';
import { PDF, PNG } from './support/files';
import { inState, line, listed, somebody, written } from './support/prescriptions';

test.describe('writing prescriptions in the app', { tag: ['@area:prescriptions', '@needs:web', '@needs:user-service', '@needs:prescription-service', '@needs:inventory-service'] }, () => {
  test.use({ role: 'owner' });

  test('two medicines for a patient and with a doctor, one of them from stock', async ({ pages, api, auth }) => {
    await Promise.all([auth.account('patient'), auth.account('doctor')]);
    const owner = await api.as('owner');
    const item = await stocked(owner, { name: 'Algifor', strength: '400 mg' }, { quantity: 7 });
    const form = await pages.newPrescription.open();
    await form.patient.selectOption('Paul Patient');
    await form.doctor.selectOption('Doris Doctor');
    const first = form.medicines.medicine(1);
    await first.item.selectOption('Algifor 400 mg (7 available)');
    await expect(first.medicine).toHaveValue('Algifor 400 mg');
    await first.fill({ substance: 'ibuprofen', quantity: '2', dose: '1-0-1' });
    await form.medicines.add();
    await form.medicines.medicine(2).fill({ medicine: 'Nexium', substance: 'esomeprazole', dose: '1-0-0' });
    await form.write();
    await expect(pages.shell.heading).toHaveText(/^RX-/);
    expect((await listed(owner)).items).toMatchObject([
      {
        patient: { name: 'Paul Patient' },
        doctor: { name: 'Doris Doctor' },
        lines: [
          { itemId: item.id, medicine: 'Algifor 400 mg', quantity: 2, dose: '1-0-1' },
          { itemId: null, medicine: 'Nexium', quantity: 1 },
        ],
      },
    ]);
  });

  test('what is missing is said at its field, and nothing is sent', async ({ pages, api }) => {
    const form = await pages.newPrescription.open();
    await form.medicines.medicine(1).fill({ quantity: '0' });
    await form.write();
    await expect(form.patient).toBeFocused();
    await expect(form.patient).toHaveAttribute('aria-invalid', 'true');
    const { medicine, quantity, dose, instructions } = form.medicines.medicine(1);
    await expect(medicine).toHaveAccessibleDescription('Please fill in this field.');
    await expect(quantity).toHaveAccessibleDescription('Please enter a whole number from 1 to 999.');
    await expect(dose).toHaveAttribute('aria-invalid', 'true');
    await expect(instructions).not.toHaveAttribute('aria-invalid');
    expect((await listed(await api.as('owner'))).total).toBe(0);
  });

  test('a medicine that was added can be taken away, the last one cannot', async ({ pages }) => {
    const form = await pages.newPrescription.open();
    await expect(form.medicines.medicine(1).remove).toHaveCount(0);
    await form.medicines.add();
    await form.medicines.medicine(2).fill({ medicine: 'Stays' });
    await form.medicines.medicine(1).remove.click();
    await expect(form.medicines.groups).toHaveCount(1);
    await expect(form.medicines.medicine(1).medicine).toHaveValue('Stays');
  });

  test('a doctor writes in their own name and is not asked for stock', async ({ pages, page, api, auth }) => {
    await auth.account('patient');
    await auth.signIn(page, 'doctor');
    const form = await pages.newPrescription.open();
    await expect(form.doctor).toHaveCount(0);
    await expect(form.medicines.medicine(1).item).toHaveCount(0);
    await form.patient.selectOption('Paul Patient');
    await form.medicines.medicine(1).fill({ medicine: 'Nexium', substance: 'esomeprazole', dose: '1-0-0' });
    await form.write();
    await expect(pages.shell.heading).toHaveText(/^RX-/);
    expect((await listed(await api.as('owner'))).items).toMatchObject([{ doctor: { name: 'Doris Doctor' } }]);
  });

  test('the medicines are changed in a dialog, and the safety check follows', async ({ pages, api }) => {
    const lines = [line({ medicine: 'Marcoumar', substance: 'warfarin' })];
    const prescription = await written(await api.as('owner'), { lines });
    const page = await pages.prescription(prescription).open();
    await expect(page.checks).toContainText('No interactions');
    const dialog = await page.startEditing();
    await dialog.medicines.add();
    await dialog.medicines.medicine(2).fill({ medicine: 'Algifor', substance: 'ibuprofen', dose: '1-1-1' });
    await dialog.save();
    await expect(page.message).toHaveText(`${prescription.number} was saved.`);
    await expect(page.medicines.getByRole('rowheader')).toHaveText(['Marcoumarwarfarin', 'Algiforibuprofen']);
    await expect(page.interactions).toContainText('warfarin + ibuprofen');
  });

  test('the medicines of an approved prescription are only read', async ({ pages, api }) => {
    const page = await pages.prescription(await inState(await api.as('owner'), 'approved')).open();
    await expect(page.medicines).toBeVisible();
    await expect(page.editMedicines).toHaveCount(0);
  });

  test('allergies are written one on each line', async ({ pages, api }) => {
    const patient = somebody('Paula Patient');
    const prescription = await written(await api.as('owner'), { patient });
    const page = await pages.prescription(prescription).open();
    const dialog = await page.startEditingAllergies();
    await dialog.save(['penicillin', '', ' latex ']);
    await expect(page.message).toHaveText('The allergies of Paula Patient were saved.');
    await expect(page.allergies.getByRole('listitem')).toHaveText(['penicillin', 'latex']);
    await expect(page.allergyFindings).toContainText('amoxicillin');
  });
});

test.describe('uploading prescriptions in the app', { tag: ['@area:prescriptions', '@needs:web', '@needs:user-service', '@needs:prescription-service'] }, () => {
  test('a patient hands a file in and gets the same file back', async ({ pages, page, auth }) => {
    await auth.signIn(page, 'patient');
    const dialog = await (await pages.prescriptions.open()).startUpload();
    await expect(dialog.patient).toHaveCount(0);
    await dialog.file.setInputFiles(PNG);
    await dialog.note.fill('I come on Friday');
    await dialog.handIn();
    await expect(pages.shell.heading).toHaveText(/^RX-/);
    const own = pages.prescription({ id: '' });
    await expect(own.details).toContainText('I come on Friday');
    const { name, path } = await own.download('file');
    expect(name).toMatch(/^RX-.*\.png$/);
    expect((await readFile(path)).equals(PNG.buffer)).toBe(true);
  });

  test.describe('by staff', () => {
    test.use({ role: 'owner' });

    test('staff choose whose it is', async ({ pages, auth }) => {
      await auth.account('patient');
      const dialog = await (await pages.prescriptions.open()).startUpload();
      await dialog.patient.selectOption('Paul Patient');
      await dialog.file.setInputFiles(PDF);
      await dialog.handIn();
      const page = pages.prescription({ id: '' });
      await expect(page.details).toContainText('PatientPaul Patient');
      await expect(page.content).toContainText('No medicines written down yet.');
    });

    test('a file is asked for, one that is too large or no prescription is refused', async ({ pages, auth }) => {
      await auth.account('patient');
      const dialog = await (await pages.prescriptions.open()).startUpload();
      await dialog.patient.selectOption('Paul Patient');
      await dialog.handIn();
      await expect(dialog.root).toContainText('Please choose a file.');
      await dialog.file.setInputFiles({ ...PDF, buffer: Buffer.alloc(5 * 1_048_576 + 1) });
      await dialog.handIn();
      await expect(dialog.root).toContainText('This file is larger than 5 MB.');
      await dialog.file.setInputFiles({ ...PDF, buffer: Buffer.from('Dear pharmacy') });
      await dialog.handIn();
      await expect(dialog.alert).toHaveText(/This file is no PDF, PNG or JPEG/);
    });
  });
});
