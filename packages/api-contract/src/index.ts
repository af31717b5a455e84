// First: it decides how every schema below is built.
import './schema-settings.ts';

export { errorCatalogue, isErrorCode, type ErrorCode, type ErrorEntry } from './error-catalogue.ts';
export { apiErrorSchema, type ApiError } from './api-error.ts';
export * from './api-paths.ts';
export * from './routes/object-names.ts';
export * from './routes/session.ts';
export * from './routes/contexts.ts';
export * from './routes/objects.ts';
export * from './routes/retry.ts';
export * from './routes/access.ts';
export * from './routes/edits.ts';
export * from './routes/kind-schemas.ts';
export * from './routes/tls-secrets.ts';
export * from './routes/controller-settings.ts';
export * from './update-frames.ts';
