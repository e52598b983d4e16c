import { z } from 'zod';

/** The languages a label can be printed in. */
export const labelLanguage = z.enum(['de', 'fr', 'en']);

/** One of the languages of labels. */
export type LabelLanguage = z.output<typeof labelLanguage>;

/** The words on a label. */
export interface LabelTexts {
  readonly title: string;
  readonly patient: string;
  readonly doctor: string;
  readonly dose: string;
  readonly quantity: string;
  readonly children: string;
}

/** The words on labels by language. */
export const LABEL_TEXTS: Readonly<Record<LabelLanguage, LabelTexts>> = {
  en: {
    title: 'Label',
    patient: 'Patient',
    doctor: 'Prescribed by',
    dose: 'Dose',
    quantity: 'Quantity',
    children: 'Keep out of the reach of children.',
  },
  de: {
    title: 'Etikett',
    patient: 'Patient/in',
    doctor: 'Verordnet von',
    dose: 'Dosierung',
    quantity: 'Menge',
    children: 'Für Kinder unzugänglich aufbewahren.',
  },
  fr: {
    title: 'Étiquette',
    patient: 'Patient(e)',
    doctor: 'Prescrit par',
    dose: 'Posologie',
    quantity: 'Quantité',
    children: 'Tenir hors de la portée des enfants.',
  },
};
