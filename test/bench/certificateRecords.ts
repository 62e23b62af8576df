/** Records of certificates for the benches. */
import { flattenRecord, type LayoutRecord } from '../../shared/domain/layout/fields';
import type { Layout } from '../../shared/domain/layout/schema';

const words = (text: string) => text.split(' ');
const FAMILY = words(
  'Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Vàng Lò Ksor Niê Điểu Thạch Kpă',
);
const MIDDLE = words('Thị Văn Đức Hồng Ngọc Minh Thanh Quỳnh Hoàng Bích Phương Thiên Kim Thúy Gia Bảo');
const GIVEN = words(
  'Đào Uyên Hùng Nguyệt Ẩn Phượng Yến Khởi Tuệ Quyên Lượng Nhẫn Đăng Thủy Hạnh Ánh Ngân Vỹ',
);
const POSTS = [
  'Điều dưỡng trưởng, Khoa Nhi',
  'Bác sĩ, Khoa Hồi sức cấp cứu – Chống độc',
  'Hộ lý, Tổ Công đoàn số 4',
];

/** Invented people on a layout. */
export function certificateRecords(layout: Layout, count: number): LayoutRecord[] {
  const sample = flattenRecord(layout.sample);
  const pick = (list: readonly string[], seed: number) => list[seed % list.length] as string;
  return Array.from({ length: count }, (_, i) => ({
    ...sample,
    honorific: i % 3 ? 'Bà' : 'Ông',
    name: [pick(FAMILY, i * 7), pick(MIDDLE, i * 5), pick(MIDDLE, i * 11 + 3), pick(GIVEN, i * 13)].join(' '),
    post: `${pick(POSTS, i)}, Trạm Y tế số ${i}`,
    qr: `SCD1|GK|2026-${i}|27/QĐ-CĐCS|2026-11-20`,
    'register.no': `${String(i + 1).padStart(3, '0')}/2026`,
  }));
}
