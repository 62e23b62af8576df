export * from './apply';
export type { FieldGuess, GuessReason, ImportColumn } from './columns';
export * from './fields';
export * from './interpret';
export * from './link';
export * from './match';
export * from './raw';
export * from './shape';
