import { formatLongDate } from '../../../shared/domain/dates';
import { useText } from '../../client';
import { PaperPreview, todayIso } from '../../ui';

/** What the heading of a paper is made of, as it is being typed. */
export interface HeadingNames {
  shortName?: string | null;
  symbol?: string | null;
  upperName?: string | null;
  place?: string | null;
  name?: string | null;
}

/** Words of the paper itself; papers are Vietnamese in either language of the screen. */
const PAPER = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  title: 'QUYẾT ĐỊNH',
  subject: 'Về việc tặng Giấy khen',
  issuer: 'BAN CHẤP HÀNH',
} as const;

/** The head of a paper that follows every key (Nghị định 30/2020; domain.md 5.2). */
export function HeadingPreview({ names, typing = true }: { names: HeadingNames; typing?: boolean }) {
  const t = useText();
  return (
    <PaperPreview
      title={t('organisation.firstRun.printed')}
      hint={typing ? t('organisation.firstRun.printedBody') : undefined}
    >
      <div className="so-heading" lang="vi">
        <div className="so-heading__row">
          <div className="so-heading__left">
            <div>{(names.upperName ?? '').toLocaleUpperCase('vi')}</div>
            <div className="so-strong">{(names.shortName || (names.name ?? '')).toLocaleUpperCase('vi')}</div>
            <hr />
            <div>Số: 01/QĐ-{names.symbol}</div>
          </div>
          <div className="so-heading__right">
            <div className="so-strong">{PAPER.nation}</div>
            <div className="so-strong">{PAPER.motto}</div>
            <hr />
            <em>
              {names.place ?? '…'}, {formatLongDate(todayIso())}
            </em>
          </div>
        </div>
        <div className="so-heading__title">{PAPER.title}</div>
        <div className="so-heading__subject">{PAPER.subject}</div>
        <div className="so-heading__issuer">
          {PAPER.issuer} {(names.name ?? '').toLocaleUpperCase('vi')}
        </div>
        <div className="so-heading__bars" aria-hidden>
          <i />
          <i />
          <i />
          <i />
        </div>
      </div>
    </PaperPreview>
  );
}
