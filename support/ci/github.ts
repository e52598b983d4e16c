import { TRENDS_NAME } from '../report/trends-name';
import type { CiSetting } from './ci-setting';

/** A workflow of GitHub Actions: a matrix of shards, and a job that merges them. */
export function github({ shards, workers }: CiSetting): string {
  const numbers = Array.from({ length: shards }, (_, index) => index + 1).join(', ');
  return `name: e2e
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  e2e:
    name: shard \${{ matrix.shard }} of ${shards}
    runs-on: ubuntu-latest
    timeout-minutes: 30
    strategy:
      fail-fast: false
      matrix:
        shard: [${numbers}]
    steps:
${GITHUB_SET_UP}
      - run: npx groundwork browsers
      - run: npx playwright test --shard=\${{ matrix.shard }}/${shards} --workers=${workers}
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: shard-\${{ matrix.shard }}
          path: reports/output
          if-no-files-found: error
          overwrite: true
${mergeJob(shards)}`;
}

function mergeJob(shards: number): string {
  return `  merge:
    needs: e2e
    if: \${{ !cancelled() }}
    runs-on: ubuntu-latest
    timeout-minutes: 15
    env:
      TRENDS: report-trends-\${{ github.ref_name }}-\${{ github.run_id }}-\${{ github.run_attempt }}
    steps:
${GITHUB_SET_UP}
      - uses: actions/download-artifact@v4
        with:
          pattern: shard-*
          path: shards
      - uses: actions/cache/restore@v4
        with:
          path: reports/output/${TRENDS_NAME}
          key: \${{ env.TRENDS }}
          restore-keys: |
            report-trends-\${{ github.ref_name }}-
            report-trends-
      - run: npx groundwork merge shards --expect ${shards}
      - uses: actions/cache/save@v4
        if: always()
        with:
          path: reports/output/${TRENDS_NAME}
          key: \${{ env.TRENDS }}
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: report
          path: |
            reports/output
            reports/history
          overwrite: true
`;
}

const GITHUB_SET_UP = `      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
      - run: npm ci`;
