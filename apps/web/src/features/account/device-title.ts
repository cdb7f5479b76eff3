const browsers = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

const systems = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Mac OS X', 'Mac'],
  ['Linux', 'Linux'],
] as const;

type Known = readonly (readonly [string, string])[];

const firstIn = (agent: string, known: Known): string | undefined =>
  known.find(([mark]) => agent.includes(mark))?.[1];

/** `Chrome（Windows）` of what a browser says of itself; all it says where nothing is known of it. */
export function deviceTitle(agent: string): string {
  const browser = firstIn(agent, browsers);
  const system = firstIn(agent, systems);
  if (browser === undefined) return agent;
  return system === undefined ? browser : `${browser}（${system}）`;
}
