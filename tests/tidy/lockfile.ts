import { isJsonObject } from '@kanribo/kernel';

/**
 * What a lockfile's packages depend on, optionally too, and it has no entry for. npm leaves out the
 * builds for other platforms where it cannot fetch them, and `npm ci` then refuses everywhere.
 */
export function missingFromLock(text: string): readonly string[] {
  const read: unknown = JSON.parse(text);
  const packages = isJsonObject(read) ? read['packages'] : undefined;
  if (!isJsonObject(packages)) throw new Error('the lockfile has no packages');
  const keys = new Set(Object.keys(packages));
  return Object.entries(packages).flatMap(([place, found]) =>
    ['dependencies', 'optionalDependencies']
      .flatMap((kind) => namesIn(found, kind))
      .filter((name) => !isFoundFrom(place, name, keys))
      .map((name) => `${place}: ${name} is not in the lockfile`),
  );
}

function namesIn(found: unknown, kind: string): readonly string[] {
  const listed = isJsonObject(found) ? found[kind] : undefined;
  return isJsonObject(listed) ? Object.keys(listed) : [];
}

/** As Node looks: beside the package that asks, then further up. */
function isFoundFrom(place: string, name: string, keys: ReadonlySet<string>): boolean {
  if (keys.has(place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`))
    return true;
  if (place === '') return false;
  const above = place.lastIndexOf('/node_modules/');
  return isFoundFrom(above < 0 ? '' : place.slice(0, above), name, keys);
}
