/** How a made list is laid out, and the words its columns go by. */

export type Cell = string | number | Date | null;
export type ColumnKey =
  | 'stt'
  | 'fullName'
  | 'surname'
  | 'givenName'
  | 'gender'
  | 'male'
  | 'female'
  | 'birthDate'
  | 'birthMale'
  | 'birthFemale'
  | 'day'
  | 'month'
  | 'year'
  | 'department'
  | 'group'
  | 'idNumber'
  | 'cardNo'
  | 'phone'
  | 'jobTitle'
  | 'unionJoinDate'
  | 'isParty'
  | 'ethnicity'
  | 'address'
  | 'email'
  | 'note';

export interface ListLayout {
  format: 'xlsx' | 'ods' | 'csv' | 'html';
  letters: 'unicode' | 'decomposed' | 'tcvn3' | 'vni';
  textFile: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1258';
  delimiter: ';' | ',' | '\t';
  name: 'whole' | 'split';
  birth: 'one' | 'under-sex' | 'parts';
  sex: 'words' | 'ticks' | 'none';
  place: 'column' | 'lines' | 'merged';
  dates: 'text' | 'serial' | 'mixed' | 'dashes' | 'month-first';
  /** Some addresses and e-mails hold the marker that empties a value. */
  clears: boolean;
  numbers: 'text' | 'number' | 'spaced';
  capitals: boolean;
  titleLines: number;
  foot: boolean;
  repeatHeader: boolean;
  numbering: boolean;
  blankRows: boolean;
  romanLines: boolean;
  columns: ColumnKey[];
}

export const HEADERS: Partial<Record<ColumnKey, readonly string[]>> = {
  stt: ['STT', 'TT', 'Số TT', 'Stt'],
  fullName: ['Họ và tên', 'Họ tên', 'HỌ VÀ TÊN', 'Họ và tên đoàn viên', 'Họ, tên'],
  surname: ['Họ đệm', 'Họ và tên đệm', 'Họ lót', 'Họ và đệm'],
  givenName: ['Tên', 'TÊN'],
  gender: ['Giới tính', 'Nam/Nữ', 'Phái', 'GIỚI TÍNH'],
  birthDate: ['Ngày sinh', 'Ngày tháng năm sinh', 'Ngày, tháng, năm sinh', 'NGÀY SINH', 'Năm sinh'],
  department: ['Khoa, phòng', 'Đơn vị', 'Bộ phận công tác', 'Khoa/phòng/trạm', 'Nơi công tác'],
  group: ['Tổ công đoàn', 'Tổ CĐ'],
  idNumber: ['Số CCCD', 'CCCD', 'CMND/CCCD', 'Số căn cước công dân', 'Số định danh cá nhân'],
  cardNo: ['Số thẻ đoàn viên', 'Mã thẻ', 'Số thẻ', 'Mã đoàn viên'],
  phone: ['Điện thoại', 'SĐT', 'Số điện thoại', 'Số ĐT', 'ĐTDĐ'],
  jobTitle: ['Chức danh', 'Chức danh nghề nghiệp', 'Vị trí việc làm'],
  unionJoinDate: ['Ngày vào CĐ', 'Ngày vào công đoàn', 'Ngày kết nạp công đoàn', 'Ngày gia nhập CĐ'],
  isParty: ['Đảng viên', 'Là đảng viên', 'Đảng viên (x)'],
  ethnicity: ['Dân tộc', 'DÂN TỘC'],
  address: ['Địa chỉ', 'Nơi ở hiện nay', 'Địa chỉ thường trú'],
  email: ['Email', 'E-mail', 'Thư điện tử'],
  note: ['Ghi chú', 'GHI CHÚ'],
};
