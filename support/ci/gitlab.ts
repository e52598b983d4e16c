import { TRENDS_NAME } from '../report/trends-name';
import type { CiSetting } from './ci-setting';

/** The file of GitLab CI: parallel jobs, and one that merges them. */
export function gitlab({ shards, workers, image }: CiSetting): string {
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
  after_script:
    # All artifacts are laid into one folder: each shard needs a name of its own there.
    - mkdir -p shards && mv reports/output shards/$CI_NODE_INDEX
  artifacts:
    when: always
    name: shard-$CI_NODE_INDEX
    paths: [shards]
merge:
  stage: deploy
  image: ${image}
  needs: [e2e]
  when: always
  timeout: 15 minutes
  cache:
    key: report-trends
    paths: [reports/output/${TRENDS_NAME}]
    when: always
  script:
    - npm ci --cache .npm
    - npx groundwork merge shards --expect ${shards}
  artifacts:
    when: always
    name: report
    paths: [reports/output, reports/history]
`;
}
