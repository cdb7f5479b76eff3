import { z } from 'zod';
import { contractId, moment } from '../answers.ts';
import { defineRoute } from '../route.ts';

/** The fewest characters a backup's passphrase has: the file holds all keys. */
export const shortestBackupPassphrase = 12;

/** Looking after the machine: backups, room on the disks, and what was signed. */
export const upkeepRoutes = {
  upkeep: defineRoute({
    method: 'GET',
    path: '/upkeep',
    audience: 'administrator',
    summary: 'バックアップ、空き容量、署名の具合',
    answer: z.strictObject({
      now: moment,
      keysDirectory: z.string(),
      lastBackup: z
        .strictObject({
          madeAt: moment,
          /** Name of the account that made it, or the number the command line was told. */
          by: z.string(),
          contracts: z.number().nullable(),
          bytes: z.number().nullable(),
        })
        .nullable(),
      /** The newest that were begun and not made: the keys may have left with them. */
      brokenBackups: z.array(
        z.strictObject({ begunAt: moment, by: z.string(), brokenOffAt: moment.nullable() }),
      ),
      /** How many there are of them in all. */
      brokenCount: z.number(),
      isBackingUp: z.boolean(),
      /** Room on the disks, where this machine can tell. */
      disks: z.array(
        z.strictObject({
          holds: z.enum(['data', 'keys']),
          freeBytes: z.number(),
          totalBytes: z.number(),
        }),
      ),
      /** How many entries of each contract stand under a signature, the newest beyond it not. */
      signed: z.array(
        z.strictObject({ contract: contractId, size: z.number(), signedSize: z.number() }),
      ),
    }),
  }),
  makeBackup: defineRoute({
    method: 'POST',
    path: '/backups',
    audience: 'administrator',
    summary: 'すべての契約の記録・証拠・鍵を、パスフレーズで暗号化した1つのファイルで取り出す',
    body: z.strictObject({ passphrase: z.string().max(1000).refine(isLongEnough) }),
    answerKind: 'file',
  }),
} as const;

/** Whether a passphrase is long enough in the form in which it counts, by characters. */
export function isLongEnough(passphrase: string): boolean {
  return Array.from(passphrase.normalize('NFKC')).length >= shortestBackupPassphrase;
}
