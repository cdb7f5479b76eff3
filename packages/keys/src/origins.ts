import { formatOrigin, parseOrigin } from '@kanribo/evidence';

/** The contract whose key signs for an origin; the instance's own log is `instance`'s. */
export function contractOf(origin: string): string | undefined {
  const parsed = parseOrigin(origin);
  return parsed === undefined ? undefined : (parsed.contract ?? 'instance');
}

/** Whether an origin is the one a log begins with, before any resumption. */
export const isFirstOrigin = (origin: string): boolean => parseOrigin(origin)?.resumptions === 0;

/** The origin under which a log is resumed. */
export function nextOrigin(origin: string): string | undefined {
  const parsed = parseOrigin(origin);
  if (parsed === undefined) return undefined;
  return formatOrigin({ ...parsed, resumptions: parsed.resumptions + 1 });
}
