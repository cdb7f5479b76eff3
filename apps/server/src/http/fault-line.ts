/** What was thrown, with its causes, as one line whatever it holds: nobody writes lines of their own. */
export function faultLine(fault: unknown): string {
  return detailOf(fault).replaceAll(/[\p{Cc}\u2028\u2029]/gu, (found) =>
    found === '\n' ? '\\n' : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function detailOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const cause = fault.cause === undefined ? '' : `\ncause: ${detailOf(fault.cause)}`;
  return `${fault.stack ?? fault.message}${cause}`;
}
