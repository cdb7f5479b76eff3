import type { Instance, Particulars } from '@kanribo/application';
import type { Contract } from '@kanribo/domain';
import {
  type ChosenCases,
  type FormRenderer,
  type MissingGlyph,
  type OfficeDocument,
  type Proof,
  checkGlyphs,
  paperOf,
  particularsNeeded,
} from '@kanribo/forms';
import {
  type CommandId,
  type ContractId,
  type Day,
  type Moment,
  type Result,
  err,
  ok,
} from '@kanribo/kernel';
import { formatScannedCode, formatTypedCode } from '@kanribo/merkle';
import type { ContractDomain } from './contract-domain.ts';
import type { AnyRefusal } from './refusal-text.ts';

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
  /** A command id nobody has used, for what is read on the way. */
  readonly freshId: () => CommandId;
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
 * recorded. Refused where the head is not signed or the printing is not allowed.
 */
export async function printPaper(
  instance: Instance<ContractDomain>,
  renderer: FormRenderer,
  order: PrintOrder,
): Promise<Result<Printed, AnyRefusal>> {
  const signed = await instance.checkpoint(order.contract);
  if (!signed.ok) return err({ code: 'read-only', duty: null, reason: signed.error });
  const { size, root, note } = signed.value.register;
  const typedCode = formatTypedCode({ size, root });
  const codeQr = formatScannedCode({ size, root });
  const basis = `${size}件目までの記録`;
  const contract = await wholeContract(instance, order);
  if (!contract.ok) return contract;
  const proof = { typedCode, codeQr, note, basis };
  const document = await documentOf(instance, order, { contract: contract.value, proof });
  const missingGlyphs = checkGlyphs(document);
  const { pdf, pages } = await renderer.renderDocument(document);
  const digest = await instance.keepEvidence(order.contract, once(pdf));
  const recorded = await record(instance, order, { digest, pages, size });
  if (!recorded.ok) return recorded;
  return ok({ pdf, digest, pages, typedCode, note, missingGlyphs });
}

/** What a paper is made of, beside the order. */
export interface PaperBasis {
  readonly contract: Contract;
  /** Null marks every page 控え・未証明. */
  readonly proof: Proof | null;
  /** Lines of a register that were chosen; all without it. */
  readonly chosen?: ChosenCases;
}

/** The document of a paper, with the particulars it asks for read through an access entry. */
export async function documentOf(
  instance: Instance<ContractDomain>,
  order: Omit<PrintOrder, 'occurredAt' | 'id'>,
  { contract, proof, chosen }: PaperBasis,
): Promise<OfficeDocument> {
  const { kind, subject, actor, date, freshId } = order;
  const input = { contract, subject, date, proof, ...(chosen !== undefined && { chosen }) };
  const sequences = particularsNeeded(kind, input);
  const caller = { id: freshId(), actor, sequences };
  const found = await instance.readParticulars(order.contract, caller);
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
  { contract, actor, freshId }: PrintOrder,
): Promise<Result<Contract, AnyRefusal>> {
  const question = { kind: 'look', at: 'paper', subjects: [] } as const;
  const seen = await instance.ask(contract, { id: freshId(), actor, question });
  if (!seen.ok) return seen;
  if (seen.value.kind === 'look') return ok(seen.value.contract);
  throw new TypeError(`a look was answered with ${seen.value.kind}`);
}

async function record(
  instance: Instance<ContractDomain>,
  { contract, kind, subject, actor, occurredAt, id }: PrintOrder,
  { digest, pages, size }: { digest: string; pages: number; size: number },
) {
  const of = subject === null ? {} : { of: subject };
  const values = { kind, document: `sha256:${digest}`, basisSize: size, pages, ...of };
  const declaration = { declaration: 'document', step: 'rendered', case: null };
  const command = { ...declaration, occurredAt, values, falseAlarms: [] };
  return instance.execute(contract, { id, actor, command });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
