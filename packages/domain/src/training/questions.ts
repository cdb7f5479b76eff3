export { type RelatedStaff, type Relation, relatedStaff } from './related-staff.ts';
export { untrained } from './trained.ts';
