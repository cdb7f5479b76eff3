import { formatFingerprint, utf8 } from '@kanribo/kernel';
import { CliFault } from '../../cli-fault.ts';
import { formFilled } from '../documents.ts';
import { type FilingDeed, filed, prepared, received, submitted } from '../filing-deeds.ts';
import { sha256 } from '../../platform.ts';
import type { Stage } from '../stage.ts';
import type { Story } from '../story.ts';

/** The first papers go to the client; the handlers' list is handed in but not yet received. */
export async function filingsChapter(story: Story, form: Uint8Array): Promise<string> {
  const { stage, cast } = story;
  const actor = cast.chiefOfficer.id;
  stage.chapter('届出', 2, '11:00');
  await filed(stage, {
    kind: 'key-filing',
    title: '検証鍵の届出',
    actor,
    values: await verifierKeyOf(stage),
  });
  await filed(stage, { kind: 'chief-officer-filing', title: '総括責任者設置届', actor });
  await filed(stage, { kind: 'audit-officer-filing', title: '監査責任者選任届', actor });
  await filesOnDesignatedForm(stage, actor, form);
  await stage.stands('manager', 2, 'met');
  return handsInList(stage, handlersList(actor));
}

/** The list of handlers, as it is filed. */
export const handlersList = (actor: string): FilingDeed => ({
  kind: 'handlers-list',
  title: '事務取扱担当者名簿',
  actor,
});

/** What is handed in is a paper: nothing is submitted before it was printed. */
async function handsInList(stage: Stage, list: FilingDeed): Promise<string> {
  const { kind, title, actor } = list;
  const subject = await stage.act({
    says: `${title}の下書きを作成`,
    actor,
    does: `${kind}/prepared`,
  });
  await stage.refused(
    {
      says: `${title}を印刷しないまま提出`,
      actor,
      does: `${kind}/submitted`,
      case: subject,
      values: { method: 'hand' },
    },
    { code: 'not-rendered', duty: null },
  );
  await stage.act({
    says: `${title}の下書きを取下げ（作り直すため）`,
    actor,
    does: `${kind}/withdrawn`,
    case: subject,
    values: { remarks: '記載を見直して作り直す。' },
  });
  return submitted(stage, list);
}

/** The manager's filing goes on the client's own Word form, filled by the software and kept. */
async function filesOnDesignatedForm(stage: Stage, actor: string, form: Uint8Array): Promise<void> {
  const filing = {
    kind: 'manager-filing',
    title: '管理責任者選任届',
    actor,
    values: { layout: 'designated' },
  };
  await stage.refused(
    {
      says: '様式を登録する前に指定様式で作成',
      actor,
      does: 'manager-filing/prepared',
      values: filing.values,
    },
    { code: 'designated-form-not-kept', duty: null },
  );
  await stage.act({
    says: '委託者の指定様式（Word）を登録',
    actor,
    does: 'designated-form/uploaded',
    duty: 'manager',
    case: 'designated-form-1',
    values: { form: await stage.keep(form) },
  });
  const subject = await prepared(stage, filing);
  const paper = { kind: filing.kind, subject, name: '管理責任者選任届（指定様式）' };
  const filledForm = await formFilled(stage, paper, form);
  await stage.act({
    says: '記入した指定様式で管理責任者選任届を提出',
    actor,
    does: 'manager-filing/submitted',
    case: subject,
    values: { method: 'hand', filledForm },
  });
  await received(stage, filing, subject);
}

async function verifierKeyOf(stage: Stage) {
  const { opened, contractId } = stage.setting;
  const logs = await opened.store.logs();
  const register = logs.find((log) => log.contractId === contractId && log.log === 'register');
  const origin = register?.origin ?? '';
  const verifierKey = await opened.keys.verifierKey(contractId, origin);
  if (verifierKey === undefined) throw new CliFault('failed', '検証鍵がありません。');
  const fingerprint = formatFingerprint(sha256(utf8(verifierKey)));
  return { origin, verifierKey, fingerprint };
}
