import { seededRandom } from '@kanribo/application/testing';
import { type Mark, marksOf } from '../marks.ts';
import type { Plan } from '../round.ts';
import { accountPoints, victims } from '../victims.ts';

/** Amid which scene who is killed where. */
export interface ScenePlan {
  readonly scene: string;
  readonly plan: Plan;
}

/**
 * For each scene a kill at each point that its rehearsal passed, at a passing of it that is the same
 * each time; the victims take turns.
 */
export function scenePlans(rehearsal: readonly Mark[]): readonly ScenePlan[] {
  const random = seededRandom(20_261_123);
  return marksOf(rehearsal, 'rehearsed').flatMap(({ scene, passings }, number) =>
    accountPoints.flatMap((point, turn) => {
      const victim = victims[(number + turn) % victims.length] ?? 'node';
      const count = passings[point] ?? 0;
      const [byte = 0] = random.bytes(1);
      const occurrence = 1 + (byte % Math.max(count, 1));
      return count === 0 ? [] : [{ scene, plan: { victim, point, occurrence } }];
    }),
  );
}
