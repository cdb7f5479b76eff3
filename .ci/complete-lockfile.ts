import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Puts entries into package-lock.json for native builds of other platforms that npm left out
 * because it could not fetch them; `npm ci` refuses a lockfile without them. Their version is the
 * pinned one, their platform is read from their name; they have no integrity.
 */
type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null;

const systems = new Set(['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']);
const processors = new Set(['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']);

function entryOf(name: string, range: string, parent: Entry): Entry {
  const version = /^[~^]?(\d+\.\d+\.\d+[\w.+-]*)$/.exec(range)?.[1];
  const parts = name === 'fsevents' ? ['darwin'] : name.split(/[-/]/);
  const cpu = parts.filter((part) => processors.has(part));
  const os = parts.filter((part) => systems.has(part));
  if (version === undefined || os.length + cpu.length === 0) {
    throw new Error(`${name} ${range}: its platform or version cannot be told`);
  }
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(parent['dev'] === true && { dev: true }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

function isFoundFrom(place: string, name: string, packages: Entry): boolean {
  if (Object.hasOwn(packages, `${place === '' ? '' : `${place}/`}node_modules/${name}`))
    return true;
  if (place === '') return false;
  const above = place.lastIndexOf('/node_modules/');
  return isFoundFrom(above < 0 ? '' : place.slice(0, above), name, packages);
}

function missingIn(packages: Entry): readonly [string, Entry][] {
  return Object.entries(packages).flatMap(([place, parent]) => {
    if (!isEntry(parent) || !isEntry(parent['optionalDependencies'])) return [];
    return Object.entries(parent['optionalDependencies'])
      .filter(([name]) => !isFoundFrom(place, name, packages))
      .map(([name, range]): [string, Entry] => [
        `node_modules/${name}`,
        entryOf(name, String(range), parent),
      ]);
  });
}

const lock: unknown = JSON.parse(readFileSync('package-lock.json', 'utf8'));
if (!isEntry(lock) || !isEntry(lock['packages'])) throw new Error('the lockfile has no packages');
const { packages } = lock;
const added = missingIn(packages);
const entries = [...Object.entries(packages), ...added].toSorted(([one], [other]) =>
  one.localeCompare(other, 'en'),
);
const completed = { ...lock, packages: Object.fromEntries(entries) };
writeFileSync('package-lock.json', `${JSON.stringify(completed, null, 2)}\n`);
process.stdout.write(`${added.length} added\n`);
