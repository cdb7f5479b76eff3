import type { CaseDeclaration } from '../engine/declaration.ts';
import { consultation } from './consultation.ts';
import { answer } from './said/answer.ts';
import { instruction } from './said/instruction.ts';
import { request } from './said/request.ts';
import { retentionInstruction } from './said/retention-instruction.ts';
import { specification } from './said/specification.ts';
import { statement } from './said/statement.ts';
import { standingQuestionsCase } from './standing-questions-case.ts';

/** Every declared case of the area, in the order people meet them. */
export const wordsCases: readonly CaseDeclaration[] = [
  standingQuestionsCase,
  consultation,
  answer,
  retentionInstruction,
  instruction,
  specification,
  request,
  statement,
];
