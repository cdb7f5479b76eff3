const units = ['バイト', 'KB', 'MB', 'GB', 'TB'] as const;

/** How large something is, as people say it: three digits and a unit of 1,024. */
export function bytesText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(4, Math.floor(Math.log(bytes) / Math.log(1024)));
  const digits = power === 0 ? 0 : 1;
  const shown = (bytes / 1024 ** power).toLocaleString('ja-JP', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${shown} ${units[power] ?? ''}`;
}
