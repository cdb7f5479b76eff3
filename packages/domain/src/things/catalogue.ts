import type { CaseDeclaration } from '../engine/declaration.ts';
import { application } from '../presets/application.ts';
import { mediaStorageApproval } from './approvals/media-storage.ts';
import { place } from './place.ts';
import { purpose } from './purpose.ts';
import { thing } from './thing.ts';

/** Every declared case of the area, in the order people meet them. */
export const thingsCases: readonly CaseDeclaration[] = [
  place,
  purpose,
  thing,
  mediaStorageApproval,
  application(mediaStorageApproval),
];
