import { getDocumentProxy } from 'unpdf';

/** What a reader of a PDF sees. */
export interface ReadPdf {
  readonly title: unknown;
  /** The text of each page, its lines joined by blanks. */
  readonly pages: readonly string[];
}

/** Reads a PDF as a viewer does. */
export async function readPdf(content: Buffer): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(content));
  const { info } = await document.getMetadata();
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' ').replace(/\s+/g, ' '));
  }
  return { title: 'Title' in info ? info.Title : undefined, pages };
}
