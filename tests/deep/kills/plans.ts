import { seededRandom } from '@kanribo/application/testing';
import type { Plan } from './round.ts';
import { victims } from './victims.ts';

/** Every point with every victim equally often, in an order that is the same each time. */
export function plansOf<P extends Plan['point']>(
  points: readonly P[],
  how: { readonly perPair: number; readonly passings: Readonly<Record<P, number>> },
): readonly Plan[] {
  const { perPair, passings } = how;
  const random = seededRandom(20_261_123);
  const below = (limit: number): number => {
    const [high = 0, low = 0] = random.bytes(2);
    return (high * 256 + low) % limit;
  };
  const all = Array.from({ length: perPair }, () =>
    points.flatMap((point) =>
      victims.map((victim) => ({ victim, point, occurrence: 1 + below(passings[point]) })),
    ),
  ).flat();
  const shuffled: Plan[] = [];
  for (const plan of all) shuffled.splice(below(shuffled.length + 1), 0, plan);
  return shuffled;
}
