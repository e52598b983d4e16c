import Table from 'cli-table3';
import pc from 'picocolors';
import type { Finding, ProveResult, Unnoticed } from './result';
import { nameOfTarget } from './targets';

const SHOWN_TESTS = 4;

/** What was found, for a terminal: a table per service, then what is left to do. */
export function renderResult(result: ProveResult): string {
  const services = [...new Set(result.findings.map(({ target }) => target.route.service))];
  const tables = services.map((service) =>
    tableOf(service, result.findings.filter(({ target }) => target.route.service === service)),
  );
  return [...tables, ...endOf(result)].join('\n');
}

function tableOf(service: string, findings: readonly Finding[]): string {
  const noticed = findings.filter(({ kind }) => kind === 'noticed').length;
  const table = new Table({
    head: ['route', 'wrong', 'noticed by'],
    colWidths: [54, 9, 78],
    style: { head: [], border: [], compact: true },
  });
  for (const finding of findings) {
    const { route, kind } = finding.target;
    table.push([`${route.method} ${route.path}`, kind, byWhom(finding)]);
  }
  return `${pc.bold(service)}  ${noticed} of ${findings.length} noticed\n${table.toString()}\n`;
}

function byWhom(finding: Finding): string {
  if (finding.kind === 'explained') return pc.dim(`explained: ${finding.reason}`);
  if (finding.kind === 'unnoticed') return finding.untried > 0 ? pc.yellow('nobody yet') : pc.red('nobody');
  return `${finding.file.replace(/^specs\/e2e\//, '')} › ${finding.title}`;
}

function endOf({ findings, stale, redControls }: ProveResult): readonly string[] {
  const unnoticed = findings.filter((one) => one.kind === 'unnoticed');
  const explained = findings.filter(({ kind }) => kind === 'explained').length;
  const noticed = findings.length - unnoticed.length - explained;
  return [
    ...unnoticed.map(
      (one) =>
        `${pc.red('unnoticed')} ${nameOfTarget(one.target)}: ${reasonOf(one)}` +
        one.green.slice(0, SHOWN_TESTS).map((test) => `\n            ${pc.dim(test)}`).join(''),
    ),
    ...stale.map(({ target }) => `${pc.yellow('stale explanation')} ${target}: it is noticed, or there is no such answer; remove it.`),
    ...redControls.map(({ file, title, message }) => `${pc.red('red without damage')} ${file} › ${title}: ${message}`),
    `${noticed} of ${findings.length} wrong answers noticed, ${explained} explained, ${unnoticed.length} unnoticed`,
  ];
}

function reasonOf({ asking, green, untried }: Unnoticed): string {
  if (asking === 0) return 'no test gets such an answer';
  const left = untried > 0 ? `, ${untried} not tried` : '';
  const untouched = asking - green.length - untried;
  const same = untouched > 0 ? `, ${untouched} had nothing in it to change` : '';
  return `${green.length} of the ${asking} tests that get it stayed green${same}${left}`;
}
