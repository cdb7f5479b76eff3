import { type Finding, type Damage, type Notice, isNotice } from './findings.ts';
import { limits } from './limits.ts';

/** Gathers findings in the order in which they are met; of each code only so many are listed. */
export class FindingList {
  readonly damages: Damage[] = [];
  readonly notices: Notice[] = [];
  /** How many findings there were beyond those listed. */
  unlisted = 0;
  readonly #counts = new Map<Finding['code'], number>();

  add(finding: Finding): void {
    const count = (this.#counts.get(finding.code) ?? 0) + 1;
    this.#counts.set(finding.code, count);
    if (count > limits.findingsOfOneCode) {
      this.unlisted += 1;
      return;
    }
    if (isNotice(finding)) this.notices.push(finding);
    else this.damages.push(finding);
  }

  /** Takes over another list, but for the findings that `keeps` turns down. */
  take(other: FindingList, keeps: (finding: Finding) => boolean): void {
    for (const finding of [...other.damages, ...other.notices]) {
      if (keeps(finding)) this.add(finding);
    }
    this.unlisted += other.unlisted;
  }
}
