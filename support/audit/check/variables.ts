import { finding } from '../model/finding';
import { below, type Check } from './check';

/** Variables without which the code ends at once, and that nobody sets. */
export const checkVariables: Check = ({ place, sources, envFiles }, platform) => {
  const given = new Set(['PORT', 'HOST', ...Object.keys(place.env), ...envFiles, ...platform.inherited]);
  const seen = new Set<string>();
  return [...(sources?.files.values() ?? [])].flatMap(({ file, variables }) =>
    variables.flatMap(({ name, line, isRequired }) => {
      if (!isRequired || given.has(name) || seen.has(name)) return [];
      seen.add(name);
      return finding('variable-missing', {
        service: place.name,
        place: { file, line },
        subject: name,
        message: `${below(platform, file)} needs the variable ${name}, which neither the manifest nor an env file sets`,
        repair: `Set ${name} in env of services.${place.name} in the manifest.`,
      });
    }),
  );
};
