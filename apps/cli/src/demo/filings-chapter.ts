import { createHash } from 'node:crypto';
import { CliFault } from '../cli-fault.ts';
import type { Cast } from './cast.ts';
import { type FilingDeed, receiveFiling, submitFiling } from './offices-chapter.ts';
import type { Stage } from './stage.ts';

/** The first papers go to the client; the handlers' list is handed in but not yet received. */
export async function filingsChapter(stage: Stage, { chiefOfficer }: Cast): Promise<string> {
  const actor = chiefOfficer.id;
  stage.chapter('届出', 2, '11:00');
  const key: FilingDeed = {
    kind: 'key-filing',
    title: '検証鍵の届出',
    actor,
    values: await verifierKeyOf(stage),
  };
  const first: readonly FilingDeed[] = [
    key,
    { kind: 'chief-officer-filing', title: '総括責任者設置届', actor },
    { kind: 'audit-officer-filing', title: '監査責任者選任届', actor },
    { kind: 'manager-filing', title: '管理責任者選任届', actor },
  ];
  for (const filing of first) {
    const subject = await submitFiling(stage, filing);
    await receiveFiling(stage, { ...filing, subject });
  }
  const list = await submitFiling(stage, handlersList(actor));
  await stage.stands('manager', 2, 'met');
  return list;
}

/** The list of handlers, as it is filed. */
export const handlersList = (actor: string): FilingDeed => ({
  kind: 'handlers-list',
  title: '事務取扱担当者名簿',
  actor,
});

async function verifierKeyOf(stage: Stage) {
  const { opened, contractId } = stage.setting;
  const logs = await opened.store.logs();
  const register = logs.find((log) => log.contractId === contractId && log.log === 'register');
  const origin = register?.origin ?? '';
  const verifierKey = await opened.keys.verifierKey(contractId, origin);
  if (verifierKey === undefined) throw new CliFault('failed', '検証鍵がありません。');
  const fingerprint = createHash('sha256').update(verifierKey).digest('hex');
  return { origin, verifierKey, fingerprint };
}
