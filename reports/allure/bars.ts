/** One row of a bar chart. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  /** What stands at its end. */
  readonly label: string;
  readonly colour: string;
}

const WIDTH = 800;
const ROW = 34;

/** A bar chart as SVG, the longest bar as wide as there is room. */
export function bars(rows: readonly Bar[]): string {
  const most = Math.max(...rows.map(({ value }) => value), 1);
  const room = WIDTH - 190;
  const drawn = rows.map(({ name, value, label, colour }, index) => {
    const width = Math.max(Math.round((value / most) * room), 1);
    const y = index * ROW;
    return `<text x="0" y="${y + 12}">${escaped(shortened(name))}<title>${escaped(name)}</title></text>
<rect x="0" y="${y + 17}" width="${width}" height="10" rx="2" fill="${colour}"/><text x="${width + 6}" y="${y + 26}" fill="#57606a">${escaped(label)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${rows.length * ROW}" font-family="sans-serif" font-size="12" role="img">
${drawn.join('\n')}
</svg>`;
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** A text as it stands in HTML. */
export function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
