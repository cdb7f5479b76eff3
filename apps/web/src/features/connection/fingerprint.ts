/** `AB:CD:…` of lower-case hex. */
export const fingerprintText = (hex: string): string =>
  (hex.toUpperCase().match(/.{2}/gu) ?? []).join(':');

/** Lower-case hex of a fingerprint however it was typed; undefined where it is no SHA-256. */
export function fingerprintIn(typed: string): string | undefined {
  const hex = typed
    .normalize('NFKC')
    .replaceAll(/[\s:-]/gu, '')
    .toLowerCase();
  return /^[0-9a-f]{64}$/u.test(hex) ? hex : undefined;
}
