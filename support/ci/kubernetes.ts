import type { CiSetting } from './ci-setting';

/** Two jobs of Kubernetes: an indexed one that runs the shards, and one that merges them. */
export function kubernetes(setting: CiSetting): string {
  return `# The image holds the suite with its dependencies; say its commit below where it holds no repository. What the
# shards leave is gathered in the claim "e2e-results", a folder for each: make that claim before, so that several
# nodes can write to it. The second job merges it; it waits until you let it go, when the first has ended:
#   kubectl patch job <its name> --patch '{"spec":{"suspend":false}}'
${shardsJob(setting)}
---
${mergeJob(setting)}
`;
}

function shardsJob({ shards, workers, image }: CiSetting): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  generateName: e2e-
spec:
  completionMode: Indexed
  completions: ${shards}
  parallelism: ${shards}
  # A shard whose tests fail must not end the others.
  backoffLimitPerIndex: 0
  activeDeadlineSeconds: 1800
  template:
    spec:
      restartPolicy: Never
      terminationGracePeriodSeconds: 60
      containers:
        - name: e2e
          image: ${image}
          # No npx: what it starts would not be told that the pod is to end.
          command: [sh, -c, 'exec node_modules/.bin/playwright test --shard=$((JOB_COMPLETION_INDEX + 1))/${shards} --workers=${workers}']
          env:
            - name: CI
              value: 'true'
            - name: GROUNDWORK_COMMIT
              value: ''
            - name: GROUNDWORK_RUN
              valueFrom:
                fieldRef:
                  fieldPath: metadata.labels['batch.kubernetes.io/job-name']
            - name: SHARD
              valueFrom:
                fieldRef:
                  fieldPath: metadata.annotations['batch.kubernetes.io/job-completion-index']
          volumeMounts:
            - name: results
              mountPath: /app/reports/output
              subPathExpr: shard-$(SHARD)
${CLAIM}`;
}

function mergeJob({ shards, image }: CiSetting): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  generateName: e2e-merge-
spec:
  suspend: true
  backoffLimit: 0
  activeDeadlineSeconds: 900
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: merge
          image: ${image}
          command: [npx, groundwork, merge, /results, --expect, '${shards}', --output, /results/merged]
          volumeMounts:
            - name: results
              mountPath: /results
${CLAIM}`;
}

const CLAIM = `      volumes:
        - name: results
          persistentVolumeClaim:
            claimName: e2e-results`;
