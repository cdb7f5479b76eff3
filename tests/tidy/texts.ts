import type { SourceFile } from './source-tree.ts';

/** The most lines a source file may have. */
export const longestFile = 400;

/** Source files with more lines than any may have. */
export function tooLongFiles(files: readonly SourceFile[]): readonly string[] {
  return files
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > longestFile)
    .map(({ path, lines }) => `${path}: ${lines} lines, ${longestFile} at most`);
}

/** Names that say nothing about what stands in a file or folder. */
const emptyNames = new Set(['util', 'utils', 'common', 'shared', 'helper', 'helpers', 'misc']);

/** Paths with a file or folder whose name says nothing. */
export function emptyNamed(paths: readonly string[]): readonly string[] {
  return paths.filter((path) =>
    path.split('/').some((part) => emptyNames.has(part.replace(/\..*$/, ''))),
  );
}

/** Names of source files that are not kebab-case. */
export function oddlyNamed(paths: readonly string[]): readonly string[] {
  const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*$/;
  return paths
    .filter((path) => /\.(?:ts|sql|typ)$/.test(path))
    .filter((path) => !kebab.test(path.split('/').at(-1) ?? ''));
}

/** Ways in which a text names the machine it was written on, or where packages came from. */
const machineNames: readonly RegExp[] = [
  /\/(?:home|Users)\/[A-Za-z0-9_.-]+/,
  /\b[A-Z]:\\Users\\/,
  /\bregistry\.[a-z0-9-]+\.[a-z]{2,}/,
  /"resolved": "https?:/,
];

/**
 * Lines that name a path of somebody's machine, the place the repository itself stands at
 * (`home`), or the host of a package registry.
 */
export function machineNamesIn(files: readonly SourceFile[], home: string): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        line.includes(home) || machineNames.some((name) => name.test(line))
          ? [`${path}:${index + 1}: ${line.trim()}`]
          : [],
      ),
  );
}
