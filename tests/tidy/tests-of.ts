/** Whether a file is a test or serves tests only. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || /(?:^|\/)(?:tests|testing|fixtures)\//.test(path);
}
