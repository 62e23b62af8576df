/** The design system: pages are built from these parts only. */
export { useAddressConditions } from './address';
export { BarList, type BarPart, type BarRow, PyramidChart, type PyramidRow } from './charts/Bars';
export { ChartFrame, Legend } from './charts/ChartFrame';
export { type ColumnBar, ColumnChart } from './charts/Columns';
export { type Evidence, EvidenceSquares } from './charts/EvidenceSquares';
export { useEarlyEnter } from './earlyEnter';
export {
  CheckField,
  matchesTyped,
  type Option,
  RadioField,
  SegmentedField,
  SelectField,
  SwitchField,
} from './form/choiceFields';
export { DateField, dateProblem } from './form/dateFields';
export { draftKeys, dropDraft, forgetTyped, readDraft } from './form/drafts';
export { type Control, type FieldProps, FieldShell } from './form/FieldShell';
export { MemberField } from './form/MemberField';
export { type Candidate, findMembers, NamePicker } from './form/NamePicker';
export { CountField, MoneyField, ScoreField } from './form/numberFields';
export { PasswordField } from './form/PasswordField';
export { FieldRow, FormSection, RecordForm, type RecordFormProps } from './form/RecordForm';
export { TextAreaField, TextField } from './form/textFields';
export { useTypedText } from './form/typed';
export { localParts, todayIso, useFormat } from './format';
export { chordOf, isComposing, isTyping, useShortcuts } from './keys';
export { type Crumb, Page, PageHeader, type PageHeaderProps, type PageProps } from './page/Page';
export { Drawer, Facts, SidePanel } from './page/Panels';
export { Tabs, type TabsProps } from './page/Tabs';
export { type Action, ActionButton, IconButton, MoreMenu } from './parts/Actions';
export { ConfirmDialog } from './parts/Confirm';
export { Covered } from './parts/Covered';
export { FigureLink, FiguresStrip, Meter, type StripFigure } from './parts/Figure';
export { Icon } from './parts/Icon';
export { PaperPreview } from './parts/Paper';
export { Avatar, NameCell } from './parts/Person';
export { Sensitive } from './parts/Sensitive';
export { Tag, type TagTone } from './parts/Tag';
export { PageArea, usePageClosed } from './rights';
export { Notices, UndoNotice } from './states/Notices';
export { ProgressPanel } from './states/Progress';
export {
  ConflictNotice,
  EmptyState,
  ErrorState,
  FilteredEmpty,
  LoadingBars,
  Note,
  useSlow,
} from './states/States';
export { ColumnChooser } from './table/ColumnChooser';
export {
  type Column,
  type ColumnLayout,
  type LayoutKeeper,
  type StoredLayout,
  useColumns,
} from './table/columns';
export { DataTable, type DataTableProps, type SortState } from './table/DataTable';
export {
  AddFilterButton,
  BulkBar,
  ChoiceChips,
  ConditionChips,
  type FilterChip,
  FilterChips,
  SearchField,
} from './table/Filters';
export { ListTable } from './table/ListTable';
export { PlainTable } from './table/PlainTable';
export { type RowKey, type SelectionControl, useSelection } from './table/selection';
export { allIdsOf, type PagedName, type RowSource, rowsSource, usePagedOp } from './table/source';
export { ThemeProvider, useMedia } from './theme/ThemeProvider';
