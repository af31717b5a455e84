export type { EditedObject } from '../edit.ts';
