/** Layouts of placed papers: schema, fields, display list. */
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
export { type Calibration, calibrationSchema, type Layout, layoutSchema, parseLayout } from './schema';
export { type DisplayOptions, displayList } from './sheet';
