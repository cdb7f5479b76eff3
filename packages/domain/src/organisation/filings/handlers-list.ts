import { appointmentFiling } from './appointment-filing.ts';

/** List of the persons in charge of processes (事務取扱担当者名簿), clause 9.1. */
export const handlersList = appointmentFiling({
  office: 'handler',
  title: '事務取扱担当者名簿',
  duty: 'handlers-list',
});
