/**
 * What the role at work may do on the page it stands on. Buttons are data, and say by their icon whether they change
 * something: those that do are off on a page the role only reads, with the reason in words.
 */
import {
  ArrowLeftRight,
  Baby,
  CalendarOff,
  CalendarPlus,
  Check,
  CheckCheck,
  CopyPlus,
  Download,
  Eye,
  FileDown,
  FileInput,
  FileOutput,
  FilePlus2,
  FileSpreadsheet,
  FileText,
  FileUp,
  FolderArchive,
  ImagePlus,
  ImageUp,
  ListPlus,
  LockOpen,
  type LucideIcon,
  Mail,
  MailPlus,
  Merge,
  PackageCheck,
  Paperclip,
  Pencil,
  PencilLine,
  Plus,
  Printer,
  ReceiptText,
  Save,
  SearchCheck,
  Send,
  ShieldCheck,
  Split,
  Stamp,
  Trash2,
  UserPlus,
  UserRoundCog,
  UserRoundPlus,
} from 'lucide-react';
import { createContext, useContext } from 'react';
import { useText } from '../client/i18n';
import { useRights } from '../client/session';

/** The area of the page; null where nothing is said of it. */
export const PageArea = createContext<string | null>(null);

const CHANGING: ReadonlySet<LucideIcon> = new Set([
  ...[ArrowLeftRight, Baby, CalendarOff, CalendarPlus, Check, CheckCheck, CopyPlus, FileInput, FilePlus2],
  ...[FileUp, ImagePlus, ImageUp, ListPlus, LockOpen, MailPlus, Merge, PackageCheck, Paperclip, Pencil],
  ...[PencilLine, Plus, ReceiptText, Save, Send, Split, Stamp, Trash2, UserPlus, UserRoundCog, UserRoundPlus],
]);
/** A main button changes something unless it makes or opens a paper. */
const READING: ReadonlySet<LucideIcon> = new Set([
  ...[Download, Eye, FileDown, FileOutput, FileSpreadsheet, FileText, FolderArchive, Mail, Printer],
  ...[SearchCheck, ShieldCheck],
]);

interface Judged {
  icon?: LucideIcon | undefined;
  danger?: boolean | undefined;
}

const changes = ({ icon, danger = false }: Judged, primary: boolean): boolean =>
  danger || (icon ? CHANGING.has(icon) || (primary && !READING.has(icon)) : primary);

/** Why the page may not be changed by the role at work; null when it may. */
export function usePageClosed(): string | null {
  const t = useText();
  const area = useContext(PageArea);
  const rights = useRights();
  if (area === null || rights.changes(area)) return null;
  return t('users.may.not', { role: t(`users.roles.${rights.role}`) });
}

/** Judges buttons: why one is off; null for one that is not. */
export function useClosedActions(): (action: Judged, primary?: boolean) => string | null {
  const closed = usePageClosed();
  return (action, primary = false) => (closed !== null && changes(action, primary) ? closed : null);
}
