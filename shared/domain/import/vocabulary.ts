/** The words by which Vietnamese office lists name their columns, departments, totals and signatures. */
import { stripMarks } from '../../text/fold';
import type { ImportField } from './fields';

/** Text made comparable: composed, lower case, without marks or punctuation. */
export function headerKey(text: string): string {
  return stripMarks(text.normalize('NFC').toLowerCase())
    .replace(/\([^)]{0,40}\)/g, ' ')
    .replace(/[^a-z0-9#&]+/g, ' ')
    .trim();
}

/** A header word list: the whole header, or a part of it (weaker). */
interface HeaderRule {
  field: ImportField | 'number';
  whole: RegExp;
  part?: RegExp;
  not?: RegExp;
}

const PLACE_OR_DAY = /\b(ngay|noi|thang|nam cap)\b/;

/** Order matters only between rules of equal weight: the earlier one wins. */
const RULES: readonly HeaderRule[] = [
  { field: 'number', whole: /^(stt|so tt|s t t|tt|so thu tu|thu tu|no|#|st|so)$/ },
  {
    field: 'fullName',
    whole:
      /^(ho( va)? ten|ho va chu dem va ten|ho( va)? ten (doan vien|can bo|nguoi lao dong|cnvcld|khai sinh|cbvc|nhan vien|dv)( cong doan)?|ho chu dem (va )?ten( khai sinh)?|ten doan vien|ten nhan vien|ho dem( va)? ten|full ?name|name)$/,
    part: /\bho( va| &)? ten\b|\bho ten\b/,
    not: /\b(cha|me|vo|chong|con|nguoi than|bo)\b|dem$|lot$/,
  },
  {
    field: 'surname',
    whole: /^(ho( va)? (ten )?(chu )?(dem|lot|lot dem)|ho( va)? ten dem|ho( va)? ten lot|ho)$/,
  },
  { field: 'givenName', whole: /^(ten|ten rieng|ten goi)$/ },
  {
    field: 'birthDate',
    whole:
      /^(ngay sinh|nam sinh|ngay( thang)?( nam)? sinh|sinh ngay|ngay thang nam( sinh)?|sinh nam|ntns|ns|d o b|dob|ngay thang sinh|ngay thang nam sinh|date of birth)$/,
    part: /\b(ngay|nam|thang) sinh\b|\bsinh (ngay|nam)\b/,
    not: /\b(con|vo|chong|noi)\b/,
  },
  { field: 'gender', whole: /^(gioi tinh|gioi|gt|phai|nam nu|g tinh|sex|gender)$/, part: /\bgioi tinh\b/ },
  {
    field: 'idDate',
    whole: /^(ngay cap|ngay cap (cccd|cmnd|can cuoc).*|ngay thang nam cap|ngay cap the can cuoc|cap ngay)$/,
    part: /\bngay cap\b/,
    not: /\bthe (doan vien|cong doan)\b|\bthe cd\b/,
  },
  { field: 'idPlace', whole: /^(noi cap|noi cap (cccd|cmnd|can cuoc).*|co quan cap)$/, part: /\bnoi cap\b/ },
  {
    field: 'idNumber',
    whole:
      /^((so )?(cccd|cmnd|cmt|cmtnd|can cuoc|can cuoc cong dan|chung minh nhan dan|chung minh thu|dinh danh|dinh danh ca nhan|ddcn|giay to tuy than)( ?(cccd|cmnd|cmt|dinh danh|ho chieu))*|ma dinh danh|so dinh danh ca nhan|so can cuoc|so giay to)$/,
    part: /\b(cccd|cmnd|cmtnd|can cuoc|chung minh|dinh danh|ddcn)\b/,
    not: PLACE_OR_DAY,
  },
  {
    field: 'cardNo',
    whole:
      /^((so|ma) the( (doan vien|cong doan|cd|dv|dvcd|doan vien cong doan))?|the doan vien|ma (so )?(doan vien|dv|dvcd|so)|so the doan vien cong doan|so hieu the)$/,
    part: /\b(so|ma)( so)? the\b|\bma( so)? doan vien\b/,
    not: /\b(bhyt|bao hiem|ngan hang|atm|can cuoc|dang)\b/,
  },
  {
    field: 'phone',
    whole:
      /^((so )?(dien thoai|dt|dtdd|di dong|phone|tel|sdt|dt di dong|dien thoai di dong)|sdt|so dtdd|mobile|lien he|zalo)$/,
    part: /\b(dien thoai|sdt|dtdd|so dt|phone|mobile)\b/,
  },
  {
    field: 'email',
    whole: /^(e ?mail|thu dien tu|dia chi (e ?mail|thu dien tu)|hop thu)$/,
    part: /\be ?mail\b/,
  },
  {
    field: 'unionPosition',
    whole: /^(chuc vu|chuc danh|nhiem vu|vai tro)( trong)? (cong doan|cd|bch|bch cd)$/,
    part: /\bchuc (vu|danh)\b.*\b(cong doan|cd)\b/,
  },
  {
    field: 'unionJoinDate',
    whole:
      /^((ngay|nam|thang nam|thoi gian|ngay thang( nam)?) (vao|ket nap|gia nhap|tham gia|vao to chuc)( vao)? (cd|cong doan|doan vien|cong doan vn|cong doan viet nam|dv|dvcd)|vao cong doan|ngay ket nap|nam ket nap|ngay gia nhap|ket nap cong doan|ngay vao cdvn)$/,
    part: /\b(vao|ket nap|gia nhap)\b.*\b(cong doan|cd|cdvn)\b/,
    not: /\bdang\b/,
  },
  {
    field: 'partyDate',
    whole:
      /^((ngay|nam|thoi gian|thang nam) (vao|ket nap|ket nap vao|vao chinh thuc) (dang|dcs|dang csvn|dcsvn)|vao dang|ngay vao dang( chinh thuc| du bi)?|ngay chinh thuc|ngay ket nap dang)$/,
    part: /\b(ngay|nam|thang|thoi gian)\b.*\bdang\b(?! vien)/,
  },
  { field: 'isParty', whole: /^((la )?dang vien( dang csvn| dcsvn)?|dang|dv dang)$/, part: /\bdang vien\b/ },
  {
    field: 'group',
    whole:
      /^(to (cong doan|cd)|(ten )?to cong doan|cong doan bo phan|cdbp|to cd|to|to sinh hoat|to cong doan sinh hoat|thuoc to)$/,
    part: /\bto (cong doan|cd)\b|\bcong doan bo phan\b/,
    not: /\bchuc|truong|pho\b/,
  },
  {
    field: 'department',
    whole:
      /^(khoa|phong|khoa phong( tram| ban| bo phan| to)?|phong khoa( tram)?|phong ban|ten khoa phong|don vi( cong tac| lam viec| truc thuoc)?|bo phan( cong tac)?|noi cong tac|noi lam viec|ban|to chuyen mon|khoa phong don vi|khoa phong cong tac|tram|department)$/,
    part: /\bkhoa phong\b|\bphong ban\b|\bdon vi\b|\bnoi (cong tac|lam viec)\b|\bbo phan\b|\bphong khoa\b/,
    not: /\bchuc|sinh|truoc|tinh\b/,
  },
  {
    field: 'jobTitle',
    whole:
      /^(chuc danh( nghe nghiep| chuyen mon| khoa hoc)?|nghe nghiep|chuc vu chuc danh|chuc danh chuc vu|chuyen mon|chuyen mon nghiep vu|cong viec( dang lam)?|vi tri( viec lam| cong tac)?|cong viec chuyen mon|nghe|nghiep vu|ngach|ngach vien chuc|cdnn|job title)$/,
    part: /\bchuc danh\b|\bvi tri viec lam\b|\bchuyen mon\b|\bcdnn\b/,
    not: /\b(trinh do|cong doan|cd|dang|bang)\b/,
  },
  {
    field: 'position',
    whole:
      /^(chuc vu|cv|chuc vu( chinh quyen| chuyen mon| hien tai| cong tac| quan ly| dang giu|\/chuc danh)?|position)$/,
    part: /\bchuc vu\b/,
    not: /\b(cong doan|cd|dang|doan the|chuc danh)\b/,
  },
  {
    field: 'contractType',
    whole:
      /^(loai (hop dong|hd|lao dong|hinh)|hop dong|hinh thuc (lao dong|hop dong|tuyen dung)|bien che|bien che hop dong|dien (lao dong|bien che|hop dong)|doi tuong|loai hop dong lao dong|vien chuc hop dong|hdld)$/,
    part: /\bhop dong\b|\bbien che\b/,
    not: /\bngay|so\b/,
  },
  {
    field: 'hireDate',
    whole:
      /^((ngay|nam|thang nam|thoi gian) (vao|bat dau|tuyen dung|lam viec|cong tac|vao lam|nhan)( (co quan|nganh|lam|lam viec|don vi|cong tac|benh vien|tuyen dung|trung tam))*|ngay tuyen dung|ngay vao lam|nam tuyen dung|ngay hop dong|nam vao nganh)$/,
    part: /\b(ngay|nam)\b.*\b(tuyen dung|vao nganh|vao co quan|vao lam|vao lam viec)\b/,
    not: /\b(dang|cong doan|cd)\b/,
  },
  {
    field: 'politicalTheory',
    whole: /^((trinh do )?(ly luan|ly luan chinh tri|llct|chinh tri|ly luan ct)|trinh do chinh tri)$/,
    part: /\bly luan\b|\bllct\b/,
  },
  {
    field: 'education',
    whole:
      /^(trinh do( chuyen mon| hoc van| dao tao| chuyen mon nghiep vu| cm)?|bang cap( chuyen mon)?|hoc vi|hoc van|hoc ham hoc vi|td chuyen mon|trinh do cao nhat|tdcm)$/,
    part: /\btrinh do\b|\bbang cap\b/,
    not: /\b(ly luan|chinh tri|llct|ngoai ngu|tin hoc)\b/,
  },
  {
    field: 'unionJoinPlace',
    whole: /^noi (vao|ket nap|gia nhap)( vao)? (cd|cong doan|cdvn)$/,
    part: /\bnoi (vao|ket nap|gia nhap)\b.*\b(cd|cong doan)\b/,
  },
  {
    field: 'unionJoinDecision',
    whole: /^(so )?(quyet dinh|qd) (ket nap|gia nhap|cong nhan)( doan vien| cong doan| vao cong doan)?$/,
    part: /\b(quyet dinh|qd) (ket nap|gia nhap|cong nhan doan vien)\b/,
  },
  {
    field: 'cardDate',
    whole: /^ngay cap the( doan vien| cong doan| doan vien cong doan)?$/,
    part: /\bngay cap the (doan vien|cong doan|cd)\b/,
  },
  {
    field: 'cardStatus',
    whole: /^(tinh trang the|the( doan vien)? (moi|doi|mat)( doi| mat)*|cap moi doi mat)$/,
    part: /\btinh trang the\b/,
  },
  {
    field: 'duesBase',
    whole:
      /^(muc (luong )?dong doan phi|luong (dong|tinh) doan phi|tien luong dong doan phi|muc luong|can cu dong doan phi)$/,
    part: /\b(luong|muc) .*\bdoan phi\b/,
  },
  {
    field: 'bankAccount',
    whole: /^(so tai khoan|tai khoan( ngan hang)?|stk|so tk|so tai khoan ngan hang)$/,
    part: /\bso tai khoan\b|\bstk\b/,
  },
  {
    field: 'healthNote',
    whole: /^(suc khoe|tinh hinh suc khoe|benh tat|ghi chu suc khoe)$/,
    part: /\bsuc khoe\b/,
    not: /\bphan loai\b/,
  },
  {
    field: 'hardshipNote',
    whole: /^(hoan canh cu the|ghi chu hoan canh|chi tiet hoan canh)$/,
    part: /\bhoan canh cu the\b/,
  },
  {
    field: 'hardship',
    whole: /^(hoan canh( kho khan)?|hoan canh gia dinh|kho khan|dien kho khan|muc (do )?kho khan)$/,
    part: /\bhoan canh\b.*\bkho khan\b/,
  },
  { field: 'ethnicity', whole: /^(dan toc|dt thieu so|dtoc|thanh phan dan toc)$/, part: /\bdan toc\b/ },
  { field: 'religion', whole: /^(ton giao|tgiao)$/, part: /\bton giao\b/ },
  {
    field: 'hometown',
    whole: /^(que quan|nguyen quan|noi sinh|que|sinh quan|que quan noi sinh)$/,
    part: /\bque quan\b|\bnguyen quan\b|\bnoi sinh\b/,
  },
  {
    field: 'address',
    whole:
      /^(dia chi( thuong tru| lien he| hien nay| tam tru| nha)?|noi o( hien nay)?|cho o( hien nay)?|noi cu tru|thuong tru|ho khau( thuong tru)?|noi thuong tru|ho khau tt)$/,
    part: /\bdia chi\b|\bthuong tru\b|\bcho o\b|\bnoi o\b|\bcu tru\b|\bho khau\b/,
    not: /\be ?mail\b/,
  },
  {
    field: 'salaryCoefficient',
    whole: /^(he so( luong| hien huong)?|hsl|hs luong|he so luong hien huong|hs)$/,
    part: /\bhe so\b|\bhsl\b/,
    not: /\bphu cap|tham nien\b/,
  },
  { field: 'note', whole: /^(ghi chu|chu thich|note|ghi chu khac|ghi chu them|g chu)$/, part: /\bghi chu\b/ },
];

export interface HeaderMatch {
  field: ImportField | 'number';
  /** 1 for a whole header, less for a part of one. */
  weight: number;
}

const cache = new Map<string, readonly HeaderMatch[]>();

/** A header that says its values are no longer in force. */
const FORMER = / (cu|truoc day|truoc kia)$/;

/** Fields a header may name, the likeliest first. */
export function matchHeader(text: string): readonly HeaderMatch[] {
  const key = headerKey(text);
  const known = cache.get(key);
  if (known) return known;
  const found: HeaderMatch[] = [];
  if (key !== '' && key.length <= 120) {
    for (const rule of RULES) {
      if (rule.whole.test(key)) found.push({ field: rule.field, weight: 1 });
      else if (rule.part?.test(key) && !rule.not?.test(key)) found.push({ field: rule.field, weight: 0.75 });
    }
  }
  // Of "SĐT cũ" and "SĐT mới" the new one is meant; the old one is taken where it stands alone.
  if (FORMER.test(key)) for (const match of found) match.weight -= 0.2;
  found.sort((a, b) => b.weight - a.weight);
  if (cache.size > 2000) cache.clear();
  cache.set(key, found);
  return found;
}

/** Lower case with its tones: "Tổ" and the surname "Tô" must not be taken for each other. */
export const lowered = (text: string) => text.normalize('NFC').toLowerCase().trim();

/** Words a department's line begins with. */
const UNIT_WORD =
  /^(khoa|phòng|trạm|ban|bộ phận|đơn vị|trung tâm|văn phòng|đội|hội đồng|trường|kho|nhà thuốc|khối|cơ sở|phân xưởng|xưởng|chi nhánh|chi hội|công ty|xí nghiệp|cụm|lãnh đạo|ban giám đốc|tổ|công đoàn|cđbp|cđ bộ phận|bệnh viện|phân trạm|phòng khám|nhóm|viện)(?=[\s:.,–-]|$)/;
const GROUP_WORD = /^(tổ công đoàn|tổ cđ|công đoàn bộ phận|cđ bộ phận|cđbp|tổ( số)? \d+)(?=[\s:.,–-]|$)/;

export const startsWithUnitWord = (text: string) => UNIT_WORD.test(lowered(text));
export const startsWithGroupWord = (text: string) => GROUP_WORD.test(lowered(text));

/** First words of a line that adds up. */
export const isTotal = (text: string) =>
  /^(tổng|cộng|ấn định|danh sách (này )?(có|gồm)|trong đó|tong (cong|so)|cong:)(?=[\s:.,\d]|$)/.test(
    lowered(text),
  );

const SIGNATURE =
  /^(nguoi (lap|duyet|ky|kiem tra|tong hop|thuc hien)|tm |t m |kt |tl |pho chu tich|chu tich|thu truong|giam doc|pho giam doc|ke toan truong|xac nhan|ban chap hanh|bch |lap bieu|lap bang|noi nhan|luu |ghi chu |ky |ky ten|to truong cong doan|truong phong|truong khoa|ky va ghi ro|duyet|cong doan co so|cdcs|da ky|ky va dong dau)/;

/** A line of the foot: who signs, where and when, remarks under the table. */
export function isFoot(text: string): boolean {
  const key = stripMarks(lowered(text))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return (
    SIGNATURE.test(`${key} `) ||
    /\bngay [0-9 ]{0,4}thang [0-9 ]{0,4}nam\b/.test(key) ||
    /^\s*(\*|\(\*\)|-\s|–\s|\(ký)/.test(text) ||
    /^(ghi chú|lưu ý|chú thích)\s*:/.test(lowered(text))
  );
}

const SURNAMES = new Set(
  "nguyễn trần lê phạm hoàng huỳnh vũ võ phan trương bùi đặng đỗ ngô hồ dương đinh đoàn lâm mai trịnh đào cao lý lưu lương thái châu tạ phùng tô vương văn tăng quách lại hứa thạch diệp từ chu la đàm tống giang chung triệu kiều hồng trang đồng danh lư lữ thân kim mã bạch liêu tiêu dư âu tôn khưu nghiêm doãn khổng mạc quan nông hà cà lò vàng giàng sùng thào mùa tòng quàng lường ông êban niê y k’ h’ k' h' ksor rơ siu kpă rmah mlô vi lô hờ thao hạ hạng lầu mùa cứ vừ chá sình ly cháng thẩm vì tráng phàn chảo tẩn lù pờ khoàng chang đèo nùng ma hoa bế sầm lục bàn đường lã ninh phí phó cù viên nhâm thiều trưng tưởng ân ung uông sơn khương đậu hán biện lộc cung bá kha mạch nhan cáp".split(
    ' ',
  ),
);

/** Two to six words, the first one a family name, nothing but letters. */
export function looksLikePersonName(text: string): boolean {
  const words = text.normalize('NFC').trim().split(/\s+/);
  if (words.length < 2 || words.length > 6) return false;
  if (/[^\p{L}\p{M}\s'’ʼ.-]/u.test(text)) return false;
  const first = (words[0] ?? '').toLowerCase();
  return SURNAMES.has(first) && words.every((word) => /^\p{Lu}/u.test(word));
}
