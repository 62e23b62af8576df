/** Layouts of placed papers: schema, fields, display list. */

export { type Box, boxOf, pathBox, symbolBoxes, union } from './bounds';
export { checkLayout, LayoutError, layoutPictures, MAX_LAYOUT_CHARS, readLayout } from './check';
export type * from './display';
export { placeMatrix } from './display';
export {
  cleanText,
  fieldsOf,
  fillTemplate,
  flattenRecord,
  LAYOUT_FIELDS,
  type LayoutField,
  type LayoutRecord,
} from './fields';
export { type Measure, POINT, type Span } from './measure';
export { inkOf, type NearEdge, nearEdge, REACH } from './reach';
export {
  type Calibration,
  calibrationSchema,
  type Layout,
  type LayoutItem,
  layoutSchema,
  parseLayout,
} from './schema';
export { type DisplayBlock, type DisplayOptions, displayBlocks, displayList } from './sheet';
export { type Corners, isSheet, type Point, seenFrom } from './straighten';
