import Table from 'cli-table3';
import pc from 'picocolors';
import type { Audit, Defect, Mark } from '../model/defect';
import { AREAS } from '../model/kinds';
import type { Change } from './since';
import { count, placeOf, stopsOf, summaryOf } from './words';

const SHOWN = 30;

const SIGNS: Readonly<Record<Mark, string>> = {
  ok: pc.green('ok'),
  note: pc.cyan('note'),
  warning: pc.yellow('warn'),
  error: pc.red('error'),
  'not-looked': pc.dim('–'),
};

const COLOURS = { error: pc.red, warning: pc.yellow, note: pc.cyan } as const;

/** An audit for a terminal: services × checklist, the defects, and the order of repair. */
export function renderAudit(audit: Audit, change?: Change): string {
  const lines = [checklistTable(audit), ...audit.defects.slice(0, SHOWN).map(renderDefect)];
  const hidden = audit.defects.length - SHOWN;
  if (hidden > 0) lines.push(`… and ${count(hidden, 'defect')} more in audit.md`);
  if (audit.order.length > 0) lines.push('', pc.bold('Order of repair'), ...renderOrder(audit));
  if (change) lines.push('', ...renderChange(change));
  return `${[...lines, '', pc.bold(summaryOf(audit))].join('\n')}\n`;
}

function checklistTable({ services }: Audit): string {
  const table = new Table({ head: ['service', ...AREAS], style: { head: [], border: [] } });
  for (const { name, marks } of services) table.push([name, ...AREAS.map((area) => SIGNS[marks[area]])]);
  return table.toString();
}

function renderDefect(defect: Defect): string {
  const head = `${COLOURS[defect.severity](defect.severity.padEnd(7))} ${pc.bold(placeOf(defect))} ${pc.dim(defect.kind)}`;
  const evidence = defect.evidence.slice(0, 3).map((line) => pc.dim(`        ${line}`));
  return [head, `        ${defect.message}`, ...evidence, `        stops: ${stopsOf(defect)}`, `        ${defect.repair}`]
    .filter((line) => defect.severity === 'error' || !line.includes('stops: '))
    .join('\n');
}

function renderOrder({ order, defects }: Audit): readonly string[] {
  const byId = new Map(defects.map((one) => [one.id, one]));
  return order.flatMap(({ parts }, index) => [
    `${index + 1}. ${parts.length > 1 ? 'side by side:' : ''}`,
    ...parts.map(({ subject, defects: ids }) => `   ${subject}: ${ids.map((id) => byId.get(id)?.kind).join(', then ')}`),
  ]);
}

function renderChange({ repaired, added, remaining }: Change): readonly string[] {
  const list = (defects: readonly Defect[], sign: string, colour: (text: string) => string) =>
    defects.map((one) => colour(`${sign} ${placeOf(one)} ${one.message}`));
  return [
    pc.bold(`Since then: ${repaired.length} repaired, ${added.length} new, ${remaining.length} still there`),
    ...list(repaired, '-', pc.green),
    ...list(added, '+', pc.red),
  ];
}
