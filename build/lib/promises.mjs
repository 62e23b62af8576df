/**
 * The promises of `npm run resilience`: what stands in the table, and the test files that try it. Trials are counted by
 * the tests themselves (test/resilience/lib/tally.ts) under the promise's key; where a file counts none, its tests are
 * the trials.
 */

/** `key`, what is promised, and the files; `host` for those that need the window. */
export const PROMISES = [
  {
    key: 'kill-commands',
    says: 'Tắt ngang khi đang ghi lệnh: không mất lệnh nào đã báo xong',
    files: ['resilience/kill.test.ts'],
  },
  {
    key: 'kill-import',
    says: 'Tắt ngang khi đang nhập danh sách: như trước hoặc như sau',
    files: ['resilience/step-kill.test.ts', 'resilience/import-kill.test.ts'],
  },
  {
    key: 'kill-copy',
    says: 'Tắt ngang khi đang sao lưu: bản sao được liệt kê nào cũng nguyên vẹn',
    files: ['resilience/step-kill.test.ts'],
  },
  {
    key: 'kill-migration',
    says: 'Tắt ngang khi đang nâng cấp sổ: sổ cũ hoặc sổ mới, không nửa chừng',
    files: ['resilience/step-kill.test.ts'],
  },
  {
    key: 'kill-restore',
    says: 'Tắt ngang khi đang khôi phục: sổ trước hoặc sổ sau',
    files: ['resilience/step-kill.test.ts'],
  },
  {
    key: 'kill-rescue',
    says: 'Tắt ngang khi đang cứu sổ hỏng: tệp hỏng giữ nguyên từng byte',
    files: ['resilience/step-kill.test.ts'],
  },
  {
    key: 'kill-papers',
    says: 'Tắt ngang khi đang in giấy khen: không tệp dở, không trùng số',
    files: ['resilience/certificate-kill.test.ts'],
  },
  {
    key: 'damaged',
    says: 'Tệp hỏng: mở ra đúng như cũ, hoặc cứu dữ liệu với tệp hỏng giữ nguyên',
    files: ['resilience/damage-drawn.test.ts', 'resilience/damage.test.ts'],
  },
  {
    key: 'newer',
    says: 'Tệp của phiên bản mới hơn: từ chối và để nguyên từng byte',
    files: ['resilience/folder.test.ts'],
  },
  {
    key: 'migration',
    says: 'Nâng cấp từ mọi phiên bản đã phát hành, giữ mọi dòng',
    files: ['migrations/steps.test.ts'],
  },
  {
    key: 'migration-fails',
    says: 'Nâng cấp hỏng trước hoặc sau từng câu lệnh: sổ như cũ',
    files: ['migrations/steps.test.ts'],
  },
  {
    key: 'copy-first',
    says: 'Trước khi nâng cấp có bản sao đã kiểm; không sao được thì không nâng cấp',
    files: ['resilience/folder.test.ts'],
  },
  {
    key: 'retention',
    says: 'Giữ bản sao 3 trong ngày, 7 ngày, 4 tuần, 12 tháng, kể cả khi đồng hồ sai',
    files: ['unit/backup-retention.test.ts'],
  },
  {
    key: 'copies',
    says: 'Mọi bản sao mở lại được, đúng mã và đúng số; bản bị sửa bị phát hiện',
    files: ['integration/backup.test.ts'],
  },
  {
    key: 'restore',
    says: 'Khôi phục bị ngắt ở từng bước: sổ trước hoặc sổ sau',
    files: ['integration/recovery-restore.test.ts'],
  },
  {
    key: 'full-disk',
    says: 'Ổ đĩa đầy ở từng bước ghi: báo rõ, không mất gì, làm tiếp được',
    files: ['resilience/fault.test.ts', 'resilience/full-disk.test.ts'],
  },
  {
    key: 'read-only',
    says: 'Nơi lưu chỉ cho đọc ở từng bước ghi: báo rõ, không mất gì',
    files: ['resilience/fault.test.ts'],
  },
  {
    key: 'failing-disk',
    says: 'Ổ đĩa không trả lời ở từng bước đọc, ghi: báo rõ, không mất gì',
    files: ['resilience/fault.test.ts'],
  },
  {
    key: 'locked',
    says: 'Sổ bị chương trình khác khóa: chờ, rồi mở được hoặc báo rõ',
    files: ['resilience/folder.test.ts'],
  },
  {
    key: 'clock',
    says: 'Đồng hồ máy bị lùi hoặc sai: không mất lệnh, bản sao mới không bị xóa',
    files: ['resilience/folder.test.ts'],
  },
  {
    key: 'pulled',
    says: 'Thư mục dữ liệu bị rút ra giữa chừng: việc đã báo xong còn đủ',
    files: ['resilience/folder.test.ts'],
  },
  {
    key: 'shared-folder',
    says: 'Thư mục đồng bộ đám mây hoặc trên mạng: được cảnh báo',
    files: ['resilience/folder.test.ts'],
  },
  {
    key: 'two-instances',
    says: 'Mở hai lần cùng một thư mục: chỉ một chương trình được ghi',
    files: ['resilience/folder.test.ts'],
  },
  {
    key: 'ipc',
    says: 'Yêu cầu bịa đặt vào từng lệnh: không treo, không lộ đường dẫn, không ghi gì',
    files: ['contract/router.test.ts'],
  },
  {
    key: 'logs',
    says: 'Nhật ký kỹ thuật không có tên người, số điện thoại, đường dẫn',
    files: ['unit/log.test.ts'],
  },
  {
    key: 'package',
    says: 'Bản đóng gói: cầu chì, hộp cát, chặn chuyển trang, không mở mạng',
    files: ['package-desktop.spec.ts', 'security-desktop.spec.ts', 'navigation-desktop.spec.ts'],
    host: 'electron',
  },
];

/** Promises that are measured elsewhere or were not tried here, and why. */
export const NOT_RUN = [
  ['Khóa tệp kiểu Windows (chia sẻ độc quyền, trình diệt vi-rút giữ tệp)', 'chưa chạy: cần máy Windows'],
  ['Đăng xuất, tắt máy, mất điện trên Windows', 'chưa chạy: cần máy Windows'],
  [
    'Thư mục mạng thật (SMB) và OneDrive thật đang đồng bộ',
    'chưa chạy: cần máy Windows có mạng; ở đây chỉ thử lời cảnh báo',
  ],
  ['Bộ cài và bản đóng gói trên Windows', 'chưa chạy: cần máy Windows'],
  ['Thời gian mở, tìm, sao lưu khi đang làm việc; bộ nhớ', 'đo trong npm run bench'],
];
