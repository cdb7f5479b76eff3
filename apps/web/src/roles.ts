import { officeTitles } from '@kanribo/domain';

const titles: ReadonlyMap<string, string> = new Map([
  ...Object.entries(officeTitles),
  ['external-auditor', '外部の監査人'],
]);

/** What a role is called on screens; one this release does not know is shown as it came. */
export function roleTitle(role: string): string {
  return titles.get(role) ?? role;
}
