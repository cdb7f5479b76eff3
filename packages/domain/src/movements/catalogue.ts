import type { CaseDeclaration } from '../engine/declaration.ts';
import { application } from '../presets/application.ts';
import { copyApproval } from './approvals/copy.ts';
import { ordinaryMailWord } from './approvals/ordinary-mail-word.ts';
import { recipientWord } from './approvals/recipient-word.ts';
import { takeOutApproval } from './approvals/take-out.ts';
import { copy } from './registers/copy.ts';
import { gatewayCheck } from './registers/gateway-check.ts';
import { sending } from './registers/sending.ts';
import { takeOut } from './registers/take-out.ts';
import { use } from './registers/use.ts';

/** Every declared case of the area, in the order people meet them. */
export const movementsCases: readonly CaseDeclaration[] = [
  takeOutApproval,
  application(takeOutApproval),
  copyApproval,
  application(copyApproval),
  recipientWord,
  ordinaryMailWord,
  sending,
  takeOut,
  use,
  copy,
  gatewayCheck,
];
