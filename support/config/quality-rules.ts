/**
 * Rules of Allure's quality gate, held together: `maxFailures`, `minTestsCount`, `successRate` (0 to 1),
 * `maxDuration` (ms of one test), `metricMin`, `metricMax`, `metricMaxDelta`, `metricMaxDeltaPercent`
 * (`{ key, value }`). `id` names them in what is printed.
 *
 * @example { id: 'orders are fast', metricMax: { key: 'area.orders.seconds', value: 60 } }
 */
export type QualityRules = Readonly<Record<string, string | number | boolean | { readonly key: string; readonly value: number }>>;
