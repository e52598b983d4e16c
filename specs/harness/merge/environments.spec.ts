import { expect, test } from '@playwright/test';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mergeEnvironments } from '../../../reports/merge/merge-environments';
import type { ShardManifest } from '../../../support/merge/shard-manifest';

test('what shards say alike of their environment stands there once, the rest with its shards, and none is lost', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'groundwork-environments-'));
  try {
    const texts = [
      'run=r1, 2026\nshard=1 of 4\ncommit=c0ffee\nnode=v20\nservice.auth=process 1.0\n',
      'run=r2, 2026\nshard=2 of 4\ncommit=c0ffee\nnode=v22\nservice.auth=container 1.0\n',
      '# a comment\nrun=r3, 2026\nshard=3 of 4\ncommit=c0ffee\nnode=v20\nurl=http://a/?b=c\n',
    ];
    const shards = texts.map((text, index) => {
      const folder = path.join(root, String(index + 1));
      mkdirSync(path.join(folder, 'allure-results'), { recursive: true });
      writeFileSync(path.join(folder, 'allure-results', 'environment.properties'), text);
      // Only its number is looked at.
      return { folder, manifest: { shard: { current: index + 1, total: 4 } } as ShardManifest };
    });
    mergeEnvironments(root, shards);
    expect(readFileSync(path.join(root, 'environment.properties'), 'utf8').trim().split('\n')).toEqual([
      'shards=3 of 4',
      'commit=c0ffee',
      'node.shard-1-3=v20',
      'node.shard-2=v22',
      'service.auth.shard-1=process 1.0',
      'service.auth.shard-2=container 1.0',
      'url.shard-3=http://a/?b=c',
    ]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
