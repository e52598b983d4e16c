/** Systems that can run the shards of a suite. */
export const CI_SYSTEMS = ['github', 'gitlab', 'kubernetes'] as const;

export type CiSystem = (typeof CI_SYSTEMS)[number];

/** What a CI's file is written for. */
export interface CiSetting {
  readonly shards: number;
  /** Workers of each shard: said, not left to the machine, because the plan depends on them. */
  readonly workers: number;
  /** Container image in which the shards run, where the system asks for one. */
  readonly image: string;
}

/** A file of a CI: its path below the repository, and its text. */
export interface CiFile {
  readonly path: string;
  readonly text: string;
}

/** The file that lets a CI run the suite in shards: the CI hands them out, every shard plans by itself. */
export function ciFile(system: CiSystem, setting: CiSetting): CiFile {
  return { path: PATHS[system], text: `${HEAD(system)}${TEXTS[system](setting)}` };
}

const PATHS: Readonly<Record<CiSystem, string>> = {
  github: '.github/workflows/e2e.yml',
  gitlab: '.gitlab-ci.yml',
  kubernetes: 'kubernetes/e2e-job.yml',
};

const HEAD = (system: CiSystem): string =>
  `# Written by "groundwork init --ci ${system}". See "groundwork plan" for how many shards are worth it.\n`;

const TEXTS: Readonly<Record<CiSystem, (setting: CiSetting) => string>> = { github, gitlab, kubernetes };

function github({ shards, workers }: CiSetting): string {
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
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
      - run: npm ci
      - run: npx groundwork browsers
      - run: npx playwright test --shard=\${{ matrix.shard }}/${shards} --workers=${workers}
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: shard-\${{ matrix.shard }}
          path: reports/output
          if-no-files-found: error
`;
}

function gitlab({ shards, workers, image }: CiSetting): string {
  return `e2e:
  image: ${image}
  parallel: ${shards}
  timeout: 30 minutes
  cache:
    key:
      files: [package-lock.json]
    paths: [.npm]
  script:
    - npm ci --cache .npm
    - npx groundwork browsers
    - npx playwright test --shard=$CI_NODE_INDEX/$CI_NODE_TOTAL --workers=${workers}
  artifacts:
    when: always
    name: shard-$CI_NODE_INDEX
    paths: [reports/output]
`;
}

function kubernetes({ shards, workers, image }: CiSetting): string {
  return `# The image holds the suite with its dependencies. What the shards leave is gathered in the claim
# "e2e-results", a folder for each: make that claim before, so that several nodes can write to it.
apiVersion: batch/v1
kind: Job
metadata:
  generateName: e2e-
spec:
  completionMode: Indexed
  completions: ${shards}
  parallelism: ${shards}
  backoffLimit: 0
  activeDeadlineSeconds: 1800
  template:
    spec:
      restartPolicy: Never
      terminationGracePeriodSeconds: 60
      containers:
        - name: e2e
          image: ${image}
          command: [sh, -c, 'exec npx playwright test --shard=$((JOB_COMPLETION_INDEX + 1))/${shards} --workers=${workers}']
          env:
            - name: CI
              value: 'true'
            - name: SHARD
              valueFrom:
                fieldRef:
                  fieldPath: metadata.annotations['batch.kubernetes.io/job-completion-index']
          volumeMounts:
            - name: results
              mountPath: /app/reports/output
              subPathExpr: shard-$(SHARD)
      volumes:
        - name: results
          persistentVolumeClaim:
            claimName: e2e-results
`;
}
