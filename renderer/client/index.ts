/** The typed client: everything a feature needs to read, write, run long work and handle files. */
export { bridge } from './bridge';
export { invoke, invokeAny, OpError, type Reply, sentenceOf, supportCode } from './client';
export { useDoor } from './door';
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
  hasFolders,
  hostInfo,
  openFile,
  type PickedFile,
  pickFile,
  pickFiles,
  pickFolder,
  printFile,
  saveFile,
  takeFile,
  uploadFile,
} from './host';
export { currentText, type Translate, useText } from './i18n';
export { type Density, type Theme, usePrefs } from './prefs';
export { useRights, useRole, useSeat, useSession } from './session';
export { useNotices, usePending, useShield, useUndo } from './stores';
