import { importsOf, resolvedFrom } from './imports.ts';
import { isTest } from './tests-of.ts';
import type { SourceFile } from './source-tree.ts';

const source = 'packages/domain/src/';

/** Folders of the domain that stand below every area. */
const ground = ['engine', 'refusals'] as const;

/** Presets stand on the first area's questions and below everything else of the areas. */
const presets = 'presets';

/** The areas in their order, from the list under the heading 「Order of the areas」. */
export function areaOrder(architecture: string): readonly string[] {
  const section =
    /^#+ Order of the areas$([\s\S]*?)(?=^#|$(?![\s\S]))/m.exec(architecture)?.[1] ?? '';
  return [...section.matchAll(/^\d+\. `([a-z-]+)`/gm)].flatMap(([, area]) =>
    area === undefined ? [] : [area],
  );
}

/** Folder names directly under the domain's source that are neither ground nor a listed area. */
export function unlistedAreas(
  files: readonly SourceFile[],
  order: readonly string[],
): readonly string[] {
  const known = new Set<string>([...order, ...ground, presets, 'testing']);
  const found = new Set(files.flatMap(({ path }) => folderIn(path) ?? []));
  return [...found].filter((folder) => !known.has(folder));
}

function folderIn(path: string): string | undefined {
  if (!path.startsWith(source)) return undefined;
  const [folder, next] = path.slice(source.length).split('/');
  return next === undefined ? undefined : folder;
}

/** Imports of an area that lead to a later area, or past the door of an earlier one. */
export function areaBreaches(
  files: readonly SourceFile[],
  order: readonly string[],
): readonly string[] {
  return files
    .filter(({ path }) => path.startsWith(source) && !isTest(path))
    .flatMap((file) =>
      importsOf(file)
        .filter((module) => module.startsWith('.'))
        .map((module) => resolvedFrom(file.path, module))
        .flatMap((target) => breachOf(file.path, target, order)),
    );
}

function breachOf(path: string, target: string, order: readonly string[]): readonly string[] {
  const from = folderIn(path);
  const to = folderIn(target);
  if (from === undefined || to === undefined || from === to) return [];
  const toPlace = order.indexOf(to);
  if (ground.some((name) => name === from) && (toPlace >= 0 || to === presets)) {
    return [`${path}: ${from} stands below the areas and reads ${target}`];
  }
  if (toPlace < 0) return [];
  const fromPlace = from === presets ? 0 : order.indexOf(from);
  if (toPlace > fromPlace) return [`${path}: ${from} comes before ${to} and reads ${target}`];
  const isDoor = target === `${source}${to}/questions.ts`;
  return isDoor ? [] : [`${path}: reads ${target} past ${to}/questions.ts`];
}
