import { isYes } from '../../engine/case.ts';
import { flag } from '../../engine/field.ts';
import { appointmentFiling } from './appointment-filing.ts';

/**
 * List of the persons in charge of processes (事務取扱担当者名簿), clause 9.1. The workers' filing of
 * the security annex may stand for it (9.2). Our own list states each range unless it says not to;
 * of what stood on no paper, no change is filed.
 */
export const handlersList = appointmentFiling({
  office: 'handler',
  title: '事務取扱担当者名簿',
  duty: 'handlers-list',
  fields: { containsRange: flag('取り扱う範囲を記載している') },
  mayState: ['containsRange'],
  fill: ({ changes }) => ({
    containsRange:
      changes['containsRange'] === undefined
        ? changes['otherFiling'] === undefined
        : isYes(changes, 'containsRange'),
  }),
  substitute: {
    duty: 'handlers-list',
    title: '従事者の届出',
    needed: () => ['includesThisFiling', 'namesHandlers'],
  },
});
