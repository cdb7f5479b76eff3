/** The steps of setting a contract up, in the order they are taken. */
export const setUpSteps = ['facts', 'annex', 'people', 'offices', 'filings'] as const;

/** One of the steps. */
export type SetUpStep = (typeof setUpSteps)[number];

/** Whether a text names one of the steps. */
export function isSetUpStep(text: unknown): text is SetUpStep {
  return setUpSteps.some((step) => step === text);
}
