import type { Instance, Particulars } from '@kanribo/application';
import type { Contract } from '@kanribo/domain';
import {
  type FormRenderer,
  type MissingGlyph,
  type Proof,
  checkGlyphs,
  paperOf,
  particularsNeeded,
} from '@kanribo/forms';
import type { CommandId, ContractId, Day, Moment } from '@kanribo/kernel';
import { formatScannedCode, formatTypedCode } from '@kanribo/merkle';
import { CliFault } from './cli-fault.ts';
import type { ContractDomain } from './contract-domain.ts';
import { freshCommandId } from './platform.ts';
import { refusalText } from './refusal-text.ts';
import { sentenceOfRefusal } from './signing-refusals.ts';

/** A paper to be printed. */
export interface PrintOrder {
  readonly contract: ContractId;
  readonly kind: string;
  /** The filing, by case id; null for registers and the duty map. */
  readonly subject: string | null;
  readonly actor: string;
  readonly date: Day;
  readonly occurredAt: Moment;
  /** Id of the command that records the printing, so that a repetition is recognised. */
  readonly id: CommandId;
}

/** A printed paper, kept as a document of the contract. */
export interface Printed {
  readonly pdf: Uint8Array;
  readonly digest: string;
  readonly pages: number;
  readonly typedCode: string;
  /** Size of the register the paper is proved against, and its signed note. */
  readonly note: string;
  readonly missingGlyphs: readonly MissingGlyph[];
}

/**
 * Prints a paper in the order that makes it provable: what it says stands in the register, a
 * checkpoint that includes it is signed, the PDF is made from exactly that, and its SHA-256 is
 * recorded.
 * @throws {CliFault} `failed`, where the head is not signed or the printing is refused.
 */
export async function printPaper(
  instance: Instance<ContractDomain>,
  renderer: FormRenderer,
  order: PrintOrder,
): Promise<Printed> {
  const signed = await instance.checkpoint(order.contract);
  if (!signed.ok) throw new CliFault('failed', sentenceOfRefusal(signed.error));
  const { size, root, note } = signed.value.register;
  const typedCode = formatTypedCode({ size, root });
  const codeQr = formatScannedCode({ size, root });
  const basis = `${size}件目までの記録`;
  const document = await documentOf(instance, order, { typedCode, codeQr, note, basis });
  const missingGlyphs = checkGlyphs(document);
  const { pdf, pages } = await renderer.renderDocument(document);
  const digest = await instance.keepEvidence(order.contract, once(pdf));
  await record(instance, order, { digest, pages, size });
  return { pdf, digest, pages, typedCode, note, missingGlyphs };
}

async function documentOf(
  instance: Instance<ContractDomain>,
  { contract: contractId, kind, subject, actor, date }: PrintOrder,
  proof: Proof,
) {
  const contract = await wholeContract(instance, contractId, actor);
  const input = { contract, subject, date, proof };
  const sequences = particularsNeeded(kind, input);
  const caller = { id: freshCommandId(), actor, sequences };
  const found = await instance.readParticulars(contractId, caller);
  const particulars = new Map<number, Particulars>(
    sequences.map((sequence, index) => [sequence, found[index] ?? { status: 'none' }]),
  );
  return paperOf(kind, {
    ...input,
    particularsAt: (sequence) => particulars.get(sequence) ?? { status: 'none' },
  });
}

async function wholeContract(
  instance: Instance<ContractDomain>,
  contractId: ContractId,
  actor: string,
): Promise<Contract> {
  const asked = { id: freshCommandId(), actor, question: { kind: 'whole' } } as const;
  const answered = await instance.ask(contractId, asked);
  if (answered.ok && answered.value.kind === 'whole') return answered.value.contract;
  throw new CliFault('failed', answered.ok ? '' : refusalText(answered.error));
}

async function record(
  instance: Instance<ContractDomain>,
  { contract, kind, subject, actor, occurredAt, id }: PrintOrder,
  { digest, pages, size }: { digest: string; pages: number; size: number },
): Promise<void> {
  const of = subject === null ? {} : { of: subject };
  const values = { kind, document: `sha256:${digest}`, basisSize: size, pages, ...of };
  const declaration = { declaration: 'document', step: 'rendered', case: null };
  const command = { ...declaration, occurredAt, values, falseAlarms: [] };
  const recorded = await instance.execute(contract, { id, actor, command });
  if (!recorded.ok) throw new CliFault('failed', refusalText(recorded.error));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
