export type * from './edit.ts';
