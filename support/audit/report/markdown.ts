import type { Audit, Defect, Mark } from '../model/defect';
import { AREAS } from '../model/kinds';
import type { Change } from './since';
import { count, placeOf, stopsOf, summaryOf } from './words';

const SIGNS: Readonly<Record<Mark, string>> = { ok: 'ok', note: 'note', warning: 'warning', error: '**error**', 'not-looked': '–' };

/** The report of an audit, as one would send it round. */
export function auditMarkdown(audit: Audit, change?: Change): string {
  return [
    `# Audit of ${audit.platform}`,
    `${summaryOf(audit)}. Looked at on ${audit.at.slice(0, 16).replace('T', ' ')} UTC in ${(audit.durationMs / 1000).toFixed(1)} s${audit.static ? '; nothing was started' : ''}.`,
    ...checklist(audit),
    ...(change ? changes(change) : []),
    ...order(audit),
    '## Services',
    ...audit.services.flatMap((service) => serviceSection(service, audit.defects)),
    '',
  ].join('\n\n');
}

function checklist({ services }: Audit): readonly string[] {
  const head = `| service | ${AREAS.join(' | ')} |\n| --- |${' --- |'.repeat(AREAS.length)}`;
  const rows = services.map(({ name, marks }) => `| ${name} | ${AREAS.map((area) => SIGNS[marks[area]]).join(' | ')} |`);
  return ['## Checklist', [head, ...rows].join('\n'), '– was not looked at.'];
}

function order({ order: steps, defects }: Audit): readonly string[] {
  if (steps.length === 0) return [];
  const byId = new Map(defects.map((one) => [one.id, one]));
  const lines = steps.map(({ parts }, index) => {
    const repairs = parts.map(({ subject, defects: ids }) => {
      const each = ids.flatMap((id) => byId.get(id) ?? []).map((one) => `    - ${one.message} (\`${placeOf(one)}\`)`);
      return [`  - ${subject}`, ...each].join('\n');
    });
    return [`${index + 1}. ${parts.length > 1 ? 'side by side' : 'first of all'}`.replace('first of all', index === 0 ? 'first' : 'then'), ...repairs].join('\n');
  });
  return ['## Order of repair', lines.join('\n')];
}

function serviceSection({ name, folder, variables, skipped }: Audit['services'][number], defects: readonly Defect[]): readonly string[] {
  const own = defects.filter(({ services }) => services.includes(name));
  const behind = defects.filter(({ severity, victims }) => severity === 'error' && victims.includes(name));
  return [
    `### ${name}`,
    `\`${folder}\`${variables.length > 0 ? `, reads ${variables.map((one) => `\`${one}\``).join(', ')}` : ''}`,
    ...(own.length === 0 ? ['No defect.'] : [own.map(item).join('\n')]),
    ...(behind.length > 0 ? [`A victim of ${count(behind.length, 'defect')}: ${behind.map((one) => `\`${placeOf(one)}\``).join(', ')}.`] : []),
    ...(skipped.length > 0 ? [`Not looked at: ${skipped.join('; ')}.`] : []),
  ];
}

function item(defect: Defect): string {
  return [
    `- **${defect.severity}** \`${placeOf(defect)}\` ${defect.message} (${defect.kind})`,
    ...defect.evidence.map((line) => `  - ${line}`),
    ...(defect.severity === 'error' ? [`  - stops ${stopsOf(defect)}`] : []),
    `  - repair: ${defect.repair}`,
  ].join('\n');
}

function changes({ repaired, added, remaining }: Change): readonly string[] {
  const list = (defects: readonly Defect[]) => defects.map((one) => `- \`${placeOf(one)}\` ${one.message}`).join('\n');
  return [
    '## Since the audit before',
    `${repaired.length} repaired, ${added.length} new, ${remaining.length} still there.`,
    ...(repaired.length > 0 ? [`Repaired:\n\n${list(repaired)}`] : []),
    ...(added.length > 0 ? [`New:\n\n${list(added)}`] : []),
  ];
}
