/** Dates of the domain: reading, showing, counting, and the periods an office reports on. */
export * from './dateFormat';
export * from './dateMath';
export * from './partialDate';
export * from './periods';
