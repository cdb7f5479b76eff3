export { type ErrorAnswer, errorAnswer } from './answers.ts';
export { type DeclarationAnswer, declarationOf } from './declarations.ts';
export { type ErrorCode, type ErrorDescription, errorDescriptions } from './errors.ts';
export { type AnswerKind, type Audience, type Route } from './route.ts';
export { type RouteName, apiRoot, routes } from './routes.ts';
export { stepSchema } from './field-schema.ts';
export { mediaTypes, openApi } from './openapi.ts';
export { isLongEnough, shortestBackupPassphrase } from './routes/upkeep.ts';
