import { posix } from 'node:path';
import { Visitor, parseSync } from 'oxc-parser';
import type { SourceFile } from './source-tree.ts';

/** Every module a file names: imports, exports from elsewhere, and `import('…')` of a literal. */
export function importsOf({ path, text }: SourceFile): readonly string[] {
  const parsed = parseSync(path, text);
  const [error] = parsed.errors;
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const { staticImports, staticExports } = parsed.module;
  const exported = staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value]));
  const loaded: string[] = [];
  const visitor = new Visitor({
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') loaded.push(source.value);
    },
    TSImportType: ({ source }) => {
      loaded.push(source.value);
    },
  });
  visitor.visit(parsed.program);
  const imported = staticImports.map(({ moduleRequest }) => moduleRequest.value);
  return [...new Set([...imported, ...exported, ...loaded])].sort();
}

/** The path from the root that a relative import of a file leads to. */
export function resolvedFrom(path: string, module: string): string {
  return posix.normalize(posix.join(posix.dirname(path), module));
}

/** The name of the package a module belongs to: `@kanribo/store/testing` is of `@kanribo/store`. */
export function packageOf(module: string): string {
  const [first = '', second = ''] = module.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
