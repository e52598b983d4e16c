import type { PDFDocument, PDFFont } from 'pdf-lib';

import type { Prescription } from '../schema';
import { LABEL_TEXTS } from './texts';
import type { LabelLanguage, LabelTexts } from './texts';

const MM = 72 / 25.4;
const WIDTH = 89 * MM;
const LEAST_HEIGHT = 58 * MM;
const MARGIN = 4 * MM;

type Line = Prescription['lines'][number];

interface Fonts {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
}

interface Paragraph {
  readonly text: string;
  readonly size: number;
  readonly font: PDFFont;
}

// The standard fonts of PDF have western letters only; others lose their marks, or become "?".
function printable(text: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet());
  const has = (letter: string) => known.has(letter.codePointAt(0) ?? 0);
  const forms = (letter: string) => [letter, ...letter.normalize('NFD')];
  return [...text.normalize('NFC')].map((letter) => forms(letter).find(has) ?? '?').join('');
}

function brokenInto(text: string, { font, size }: Paragraph, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.widthOfTextAtSize(longer, size) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

interface Placed {
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly down: number;
}

function placed(paragraphs: readonly Paragraph[]): Placed[] {
  let down = MARGIN;
  return paragraphs.flatMap((paragraph) => {
    const { size, font } = paragraph;
    const lines = brokenInto(printable(paragraph.text, font), paragraph, WIDTH - 2 * MARGIN);
    const from = down + size * 0.25;
    down = from + lines.length * size * 1.2;
    return lines.map((text, at) => ({ text, paragraph, down: from + (at + 1) * size * 1.2 }));
  });
}

function addLabel(pdf: PDFDocument, paragraphs: readonly Paragraph[]): void {
  const lines = placed(paragraphs);
  // Labels come from a roll: one with much to say is longer instead of cut off.
  const height = Math.max(LEAST_HEIGHT, (lines.at(-1)?.down ?? 0) + MARGIN);
  const page = pdf.addPage([WIDTH, height]);
  for (const { text, paragraph, down } of lines) {
    const { size, font } = paragraph;
    page.drawText(text, { x: MARGIN, y: height - down, size, font });
  }
}

function paragraphsFor(
  { number, patient, doctor }: Prescription,
  line: Line,
  { texts, fonts }: { readonly texts: LabelTexts; readonly fonts: Fonts },
): Paragraph[] {
  const { plain, bold } = fonts;
  const instructions = line.instructions === '' ? [] : [line.instructions];
  const small = [
    ...(doctor ? [`${texts.doctor}: ${doctor.name}`] : []),
    texts.children,
    `Officina · ${number}`,
  ];
  return [
    { text: `${texts.patient}: ${patient.name}`, size: 10, font: bold },
    { text: line.medicine, size: 13, font: bold },
    { text: `${line.substance} · ${texts.quantity}: ${line.quantity}`, size: 9, font: plain },
    { text: `${texts.dose}: ${line.dose}`, size: 11, font: bold },
    ...instructions.map((text) => ({ text, size: 9, font: plain })),
    ...small.map((text) => ({ text, size: 8, font: plain })),
  ];
}

async function fontsOf(pdf: PDFDocument): Promise<Fonts> {
  const { StandardFonts } = await import('pdf-lib');
  return {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  };
}

/** Makes the labels of a prescription as a PDF: a page for each medicine. */
export async function labelPdf(
  prescription: Prescription,
  language: LabelLanguage,
): Promise<Uint8Array> {
  // Loaded when the first label is wanted: a start of the service need not pay for it.
  const { PDFDocument } = await import('pdf-lib');
  const pdf = await PDFDocument.create();
  const texts = LABEL_TEXTS[language];
  const fonts = await fontsOf(pdf);
  pdf.setTitle(`${texts.title} ${prescription.number}`, { showInWindowTitleBar: true });
  pdf.setLanguage(language);
  for (const line of prescription.lines) {
    addLabel(pdf, paragraphsFor(prescription, line, { texts, fonts }));
  }
  return pdf.save();
}
