import { rules, sentenceOfRefusal } from '@kanribo/office';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rebuild, verifyRunning } from '@kanribo/application';
import { verify } from '@kanribo/evidence';
import { createKeys } from '@kanribo/keys';
import { type Database, type DatabaseLocation, openStore } from '@kanribo/store';
import { bundleIn, writeBundle } from '../../bundle-directory.ts';
import { CliFault } from '../../cli-fault.ts';
import { withCopyDatabase } from '../copy-database.ts';
import { platform, sha256, verifying } from '../../platform.ts';
import { storyDays } from '../cast.ts';
import { verdictText } from '../../verdict-text.ts';
import type { Stage } from '../stage.ts';

/** Where the bundle goes, and the database the story is kept in. */
export interface ProofPlaces {
  readonly bundle: string;
  /** Beside it the database of the tampered copy is made. */
  readonly database: DatabaseLocation;
}

/** The bundle is written and verified; then a copy is tampered with in its database and caught. */
export async function proofChapter(stage: Stage, places: ProofPlaces): Promise<void> {
  const { opened, contractId, terminal } = stage.setting;
  const { bundle } = places;
  stage.chapter('控えの書き出しと検証', storyDays);
  await rm(bundle, { recursive: true, force: true });
  const written = await opened.instance.exportBundle(contractId, (source) =>
    writeBundle(source, bundle),
  );
  if (!written.ok) throw new CliFault('failed', sentenceOfRefusal(written.error));
  const filing = await stage.ask({ kind: 'case', case: 'key-filing-1' });
  const key = filing.kind === 'case' ? String(filing.case.values['verifierKey'] ?? '') : '';
  const verdict = await verify(await bundleIn(bundle), { sha256, ...verifying, key });
  terminal.print(indented(verdictText(verdict)));
  if (verdict.status !== 'sound') throw new CliFault('failed', '控えが署名のとおりになりません。');
  await tamperedCopy(stage, places);
}

async function tamperedCopy(stage: Stage, { bundle, database }: ProofPlaces): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-tampered-'));
  // The account the database runs under must pass it; keys and data lock their own directories.
  await chmod(directory, 0o711);
  try {
    await withCopyDatabase(database, directory, (copy) =>
      tamperIn(stage, bundle, { directory, copy }),
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

interface CopyPlace {
  readonly directory: string;
  readonly copy: Database;
}

async function tamperIn(
  stage: Stage,
  bundle: string,
  { directory, copy }: CopyPlace,
): Promise<void> {
  const { terminal, contractId } = stage.setting;
  terminal.print('\n■ 改ざんの試み（控えから作った写しのデータベースを、直接書き換える）');
  const keys = await createKeys({
    directory: join(directory, 'keys'),
    protection: { kind: 'file' },
  });
  if (!keys.ok) throw new CliFault('failed', '写しの鍵を作れません。');
  const store = openStore(copy, (id) => keys.value.evidenceKey(id));
  const tools = { ...platform, store, keys: keys.value, rules };
  const made = await rebuild(tools, await bundleIn(bundle), { ...verifying, person: 'software' });
  if (!made.ok) throw new CliFault('failed', `控えから写しを作れません（${made.error.code}）。`);
  const sequence = await copy.connections.asOwner(async (client) => {
    const changed = await client.query(tamper, [contractId]);
    const [row]: readonly unknown[] = changed.rows;
    return typeof row === 'object' && row !== null && 'sequence' in row ? String(row.sequence) : '';
  });
  terminal.print(`  写しの記録 ${sequence} の日付を書き換えました。検証します。`);
  const verdict = await verifyRunning(tools, contractId, verifying);
  terminal.print(indented(verdictText({ ...verdict, notices: [] })));
  const isNamed = verdict.damages.some(
    (damage) => 'sequence' in damage && String(damage.sequence) === sequence,
  );
  if (verdict.status !== 'broken' || !isNamed) {
    throw new CliFault('failed', '書き換えた記録を検証が指摘しませんでした。');
  }
  terminal.print(`  → 書き換えられた記録 ${sequence} を検証が指摘しました。`);
}

/** Changes the day a take-out happened on, as somebody with the database's own rights could. */
const tamper = `
  update entry set entry = replace(entry, '"occurredAt":"20', '"occurredAt":"19')
  where contract_id = $1 and log = 'register' and sequence = (
    select min(sequence) from entry
    where contract_id = $1 and log = 'register' and entry like '%take-out/taken@1%')
  returning sequence`;

const indented = (text: string) => text.replaceAll(/^/gm, '  ');
