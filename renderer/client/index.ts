/** The typed client: everything a feature needs to read, write, run long work and handle files. */
export { bridge } from './bridge';
export { invoke, invokeAny, OpError, type Reply, sentenceOf, supportCode } from './client';
export {
  announce,
  announceFailure,
  type JobProgress,
  useCommandOp,
  useJobOp,
  useQueryOp,
  useQueryOps,
} from './hooks';
export {
  fileAddress,
  hostInfo,
  openFile,
  type PickedFile,
  pickFile,
  pickFiles,
  printFile,
  saveFile,
  takeFile,
  uploadFile,
} from './host';
export { currentText, type Translate, useText } from './i18n';
export { type Density, type Theme, usePrefs } from './prefs';
export { useNotices, usePending, useShield, useUndo } from './stores';
