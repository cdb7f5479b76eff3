import type { Particulars } from '@kanribo/application';
import type { Contract } from '@kanribo/domain';
import type { Day } from '@kanribo/kernel';
import type { Proof } from '../office-document.ts';

/** Cases somebody has chosen of a register, and by what, as it is said on the sheet. */
export interface ChosenCases {
  readonly ids: readonly string[];
  readonly words: string;
}

/** Everything a paper is made of. */
export interface PaperInput {
  /** The contract as folded; its annex and parties are read from it. */
  readonly contract: Contract;
  /** The filing to print, by case id; null for register sheets and the duty map. */
  readonly subject: string | null;
  /** What stands beside an entry of the register; `particularsNeeded` says which are asked for. */
  readonly particularsAt: (sequence: number) => Particulars;
  /** The day of the paper; registers and the duty map show what had happened by its end. */
  readonly date: Day;
  /** 文書番号, where the contractor gives its papers one. */
  readonly documentNumber?: string;
  /** The lines a register's sheet is to hold, by case id and in this order; all without it. */
  readonly chosen?: ChosenCases;
  /** What ties the paper to the log; null marks every page 控え・未証明. */
  readonly proof: Proof | null;
}
