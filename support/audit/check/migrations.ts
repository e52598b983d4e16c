import path from 'node:path';
import { finding } from '../model/finding';
import type { Check } from './check';

/** Migrations that claim the same place in the order. */
export const checkMigrations: Check = ({ place, migrations }) => {
  const numbered = migrations.flatMap((file) => {
    const number = /^(\d+)/.exec(path.basename(file))?.[1];
    return number === undefined ? [] : [{ file, number: Number(number) }];
  });
  return numbered.flatMap(({ file, number }, index) => {
    const before = numbered.slice(0, index).find((one) => one.number === number && path.dirname(one.file) === path.dirname(file));
    if (!before || isPair(before.file, file)) return [];
    return finding('migration-order', {
      service: place.name,
      place: { file, line: 1 },
      subject: String(number),
      message: `two migrations have the number ${number}: which one is first is left to chance`,
      evidence: [path.basename(before.file)],
      repair: 'Number them in the order in which they are to run.',
    });
  });
};

/** `001-x.up.sql` and `001-x.down.sql` are one migration. */
function isPair(a: string, b: string): boolean {
  const stem = (file: string) => path.basename(file).replace(/\.(up|down)?\.?[^.]+$/, '');
  return stem(a) === stem(b);
}
