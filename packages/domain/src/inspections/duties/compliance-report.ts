import { dayValue, proofOf } from '../../contract/questions.ts';
import { caseOn } from '../../engine/case.ts';
import { casesOn } from '../../engine/contract.ts';
import { casesWith } from '../../engine/lines.ts';
import type { Duty, Look } from '../../engine/standing.ts';

/** Each request of the client is answered by a report, delivered with proof (遵守状況の報告). */
export const complianceReportDuty: Duty = {
  id: 'compliance-report',
  look: (contract, day): Look => {
    const kept: Look['kept'][number][] = [];
    const waiting: Look['waiting'][number][] = [];
    for (const request of casesOn(contract, 'compliance-request', day)) {
      if (request.status === 'withdrawn') continue;
      const about = { field: 'request', value: request.id };
      const reports = [...casesWith(contract, 'compliance-report', about)];
      const answer = reports
        .map((report) => caseOn(report, day))
        .find((report) => report?.status === 'received');
      const proof = (request.steps.at(-1) ?? request.steps[0]).sequence;
      if (answer !== undefined) kept.push({ case: answer.id, proof: proofOf(answer, 'received') });
      else waiting.push({ case: request.id, dueOn: dayValue(request, 'dueOn') ?? day, proof });
    }
    return { kept, waiting, broken: [] };
  },
};
