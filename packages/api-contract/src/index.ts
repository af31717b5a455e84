export { errorCatalogue, type ErrorCode, type ErrorEntry } from './error-catalogue.ts';
export type { ApiError } from './api-error.ts';
export * from './update-frames.ts';
