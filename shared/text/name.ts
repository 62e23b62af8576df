/** Everything about the names of people: parts, order, initials. */
export { ALPHABET, TONES } from './alphabet';
export { initials, type NameParts, splitName } from './nameParts';
export { sortKey, sortKeyOfParts, textSortKey } from './sortKey';
