import { parseSync } from 'oxc-parser';
import type { SourceFile } from './source-tree.ts';

/** Modules whose functions are cryptography. */
const modules = new Set([
  'node:crypto',
  'crypto',
  '@node-rs/argon2',
  '@noble/curves/ed25519.js',
  '@noble/hashes/sha2.js',
  '@simplewebauthn/server',
  'age-encryption',
  'otpauth',
]);

/** Uses of cryptography as they were found or are listed: `packages/keys: node:crypto sign`. */
export function cryptographyIn(files: readonly SourceFile[]): readonly string[] {
  return [...new Set(files.flatMap(usesIn))].sort();
}

/** The same as the inventory has it: rows `| folder | module | functions |`. */
export function cryptographyListed(inventory: string): readonly string[] {
  const rows = inventory.matchAll(/^\| `([^`]+)` \| `([^`]+)` \| ([^|]+) \|$/gm);
  return [...rows]
    .flatMap(([, folder, module, names = '']) =>
      names.split(',').map((name) => `${folder}: ${module} ${name.trim()}`),
    )
    .sort();
}

function usesIn({ path, text }: SourceFile): readonly string[] {
  const folder = path.split('/').slice(0, 2).join('/');
  const { staticImports } = parseSync(path, text).module;
  return staticImports
    .filter(({ moduleRequest }) => modules.has(moduleRequest.value))
    .flatMap(({ moduleRequest, entries }) =>
      entries
        .filter(({ isType }) => !isType)
        .map(({ importName }) => `${folder}: ${moduleRequest.value} ${importName.name ?? '*'}`),
    );
}
