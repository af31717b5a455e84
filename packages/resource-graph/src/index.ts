export type * from './graph.ts';
export type * from './layout.ts';
