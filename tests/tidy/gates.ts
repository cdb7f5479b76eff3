import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './source-tree.ts';

/** How a gate ended, and all it said. */
export interface GateAnswer {
  readonly passed: boolean;
  readonly said: string;
}

/**
 * Writes the files into a directory of their own, runs one of the repository's tools there and
 * takes the directory away again.
 */
export function runGate(
  tool: 'oxfmt' | 'oxlint' | 'tsc' | 'knip',
  words: readonly string[],
  files: Readonly<Record<string, string>>,
): GateAnswer {
  const directory = mkdtempSync(join(tmpdir(), 'kanribo-canary-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    const program = join(root, 'node_modules', '.bin', tool);
    const path = `${join(root, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`;
    const environment = { ...process.env, PATH: path };
    const ended = spawnSync(program, words, { cwd: directory, env: environment, encoding: 'utf8' });
    if (ended.error !== undefined) throw ended.error;
    return { passed: ended.status === 0, said: ended.stdout + ended.stderr };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Checks layout with the repository's own settings. */
export function formatGate(files: Readonly<Record<string, string>>): GateAnswer {
  return runGate('oxfmt', ['--check', '-c', join(root, '.oxfmtrc.json'), '.'], files);
}

/** Lints, type-aware, with the repository's own rules. */
export function lintGate(files: Readonly<Record<string, string>>): GateAnswer {
  const words = ['--type-aware', '--deny-warnings', '-c', join(root, '.oxlintrc.json'), '.'];
  return runGate('oxlint', words, { ...files, 'tsconfig.json': configured('tsconfig.base.json') });
}

/** Checks types as those of all code, or as those of a pure package. */
export function typeGate(
  kind: 'tsconfig.json' | 'tsconfig.pure.json',
  files: Readonly<Record<string, string>>,
): GateAnswer {
  return runGate('tsc', ['-p', 'tsconfig.json'], {
    ...files,
    'package.json': '{"type":"module"}',
    'tsconfig.json': configured(kind),
  });
}

function configured(base: string): string {
  const typeRoots = [join(root, 'node_modules', '@types')];
  const options = { compilerOptions: { typeRoots }, include: ['**/*.ts'], exclude: [] };
  return JSON.stringify({ extends: join(root, base), ...options });
}
