/**
 * Whether two hashes of secrets are the same: every byte is looked at whatever differs, so that the
 * time tells nothing of where they differ. Hashes of different lengths are never the same.
 */
export function areEqualSecrets(left: ArrayLike<number>, right: ArrayLike<number>): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let index = 0; index < left.length; index += 1) {
    difference |= (left[index] ?? 0) ^ (right[index] ?? 0);
  }
  return difference === 0;
}
