import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { field } from '../../data/field';
import { fingerprintFiles } from '../../build/fingerprint-files';
import type { ContainerLaunchPlan } from '../../stack/stack-plan';
import type { Engine } from './engine';

type Dockerfile = NonNullable<ContainerLaunchPlan['dockerfile']>;

/**
 * The name of the image of a launch; builds it first where it comes from a Dockerfile and nobody has
 * built these same files before.
 *
 * @throws Error with the engine's words when it cannot be built.
 */
export async function imageOf(launch: ContainerLaunchPlan, label: string, engine: Engine): Promise<string> {
  const { image, dockerfile } = launch;
  if (!dockerfile) return image ?? '';
  const { ImageName } = await import('testcontainers');
  const name = `groundwork/${label}:${contentOf(launch)}`;
  if (await engine.image.exists(ImageName.fromString(name))) return name;
  try {
    await build(dockerfile, name, engine);
    return name;
  } catch (cause) {
    throw new Error(`the image could not be built of ${path.join(dockerfile.context, dockerfile.file)}`, { cause });
  }
}

// Not by Testcontainers, whose builder sends the whole folder, hangs when the engine refuses, and
// keeps the engine's words for itself.
async function build({ context, file, inputs, args, target }: Dockerfile, name: string, engine: Engine): Promise<void> {
  const { dockerode } = engine.container;
  const src = [...new Set([file, ...globSync([...inputs], { cwd: context })])].sort();
  const options = { t: name, dockerfile: file, buildargs: { ...args }, target, forcerm: true };
  const progress = await dockerode.buildImage({ context, src }, options);
  await new Promise<void>((resolve, reject) => {
    dockerode.modem.followProgress(progress, (error, events: readonly unknown[] | null) => {
      const told = events?.map((event) => field(event, 'error')).find((one) => typeof one === 'string');
      if (error) reject(error);
      else if (typeof told === 'string') reject(new Error(told));
      else resolve();
    });
  });
}

/** A hash of all that goes into an image. */
export function contentOf({ image, dockerfile }: ContainerLaunchPlan): string {
  const hash = createHash('sha256').update(image ?? '');
  if (dockerfile) {
    const { context, file, inputs, target, args } = dockerfile;
    hash.update(JSON.stringify({ target, args })).update(readFileSync(path.join(context, file)));
    hash.update(fingerprintFiles(inputs, context, []));
  }
  return hash.digest('hex').slice(0, 16);
}
