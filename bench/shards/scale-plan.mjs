// One plan of a large suite, in a process that holds nothing else: what it takes is printed as JSON.
import { readHistory } from '../../dist/support/history/history-file.js';
import { planSuite } from '../../dist/support/sharding/plan-suite.js';
import { lastFinish } from '../../dist/support/sharding/proposals.js';
import { factsOf } from './scale-suite.mjs';

const [file, workers, total] = process.argv.slice(2);
const facts = factsOf(Number(workers));
globalThis.gc?.();
const suiteMb = process.memoryUsage().rss / 1e6;
const cpu = process.cpuUsage();
const start = performance.now();
const history = readHistory(file, console.error);
const read = performance.now();
const plan = planSuite({ facts, history, total: Number(total) });
const end = performance.now();
const used = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    readMs: read - start,
    planMs: end - read,
    cpuMs: (used.user + used.system) / 1e3,
    ratio: lastFinish(plan) / plan.boundMs,
    peakMb: process.resourceUsage().maxRSS / 1e3,
    suiteMb,
  }),
);
