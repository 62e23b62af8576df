/** Copies (bản sao), restoring, and the rescue of a store that cannot be opened. Keys follow the contract's values. */
export const backup = {
  title: 'Sao lưu',
  create: 'Sao lưu ngay',
  made: 'Đã sao lưu lúc {{time}}: {{size}}.',
  making: 'Đang chép và kiểm tra bản sao',
  restore: 'Quay về bản này',
  restoreAsk:
    'Sổ sẽ trở lại như lúc {{time}}. Bản hiện tại được chép giữ trước, nên có thể quay lại đây bất cứ lúc nào.',
  restoring: 'Đang quay về bản đã chọn',
  restored: 'Đã quay về bản {{time}}. Bản ngay trước đó còn giữ trong danh sách.',
  lastAt: 'Bản sao gần nhất đã kiểm tra: {{time}}',
  none: 'Chưa có bản sao nào. Chương trình tự sao lưu 10 phút một lần khi sổ có thay đổi, và khi đóng.',
  changedSince: 'Sổ đã thay đổi sau bản sao gần nhất.',
  unchanged: 'Sổ chưa thay đổi gì từ bản sao gần nhất.',
  lastFailed: 'Lần sao lưu gần nhất chưa được. Bản trước đó còn nguyên. Xem lại ổ đĩa rồi bấm Sao lưu ngay.',
  cloudFolder:
    'Thư mục dữ liệu đang được một chương trình đồng bộ lên mạng, có thể làm hỏng sổ đang mở. Chuyển sổ sang thư mục khác của máy.',
  kept: 'Giữ 3 bản trong ngày, 7 bản theo ngày, 4 bản theo tuần, 12 bản theo tháng.',
  columns: {
    at: 'Lúc',
    reason: 'Lý do',
    members: 'Đoàn viên',
    events: 'Việc',
    awardDecisions: 'Quyết định khen',
    size: 'Dung lượng',
    version: 'Bản chương trình',
  },
  reason: {
    auto: 'Tự động',
    quit: 'Khi đóng sổ',
    manual: 'Tự bấm',
    'before-migration': 'Trước khi nâng cấp',
    'before-import': 'Trước khi nhập',
    'before-restore': 'Trước khi quay về',
  },
  rescue: {
    damaged: {
      title: 'Chưa mở được sổ',
      text: 'Tệp sổ bị hỏng hoặc không phải sổ của chương trình này. Tệp chưa bị động vào. Chọn một bản sao đã kiểm tra để quay về.',
    },
    newer: {
      title: 'Sổ của bản chương trình mới hơn',
      text: 'Sổ này do bản chương trình mới hơn ghi. Cài bản mới để mở; tệp không bị thay đổi.',
    },
    unreadable: {
      title: 'Chưa đọc được sổ',
      text: 'Không thấy tệp sổ, hoặc chương trình khác đang giữ tệp. Kiểm tra ổ đĩa và thư mục rồi bấm Thử lại.',
    },
    'no-space': {
      title: 'Ổ đĩa gần đầy',
      text: 'Chưa mở được sổ vì ổ đĩa còn quá ít chỗ. Dọn bớt ổ đĩa rồi bấm Thử lại. Sổ chưa thay đổi gì.',
    },
    migration: {
      title: 'Chưa nâng cấp được sổ',
      text: 'Sổ còn nguyên như cũ và đã có bản sao trước khi nâng cấp. Cài lại bản chương trình trước để làm tiếp, và gửi nhật ký cho người hỗ trợ.',
    },
    outside:
      'Tệp sổ đã bị thay đổi ở ngoài chương trình, nên việc ghi gần đây có thể thiếu. Tệp vẫn đọc được: chọn một bản sao, hoặc mở như hiện có.',
    retry: 'Thử lại',
    openAnyway: 'Mở như hiện có',
    choose: 'Quay về bản này',
    quarantined: 'Tệp cũ được giữ nguyên trong thư mục “quarantine”.',
    salvage: 'Lấy ra những gì còn đọc được',
    salvaged: 'Đã lấy ra {{rows}} dòng của {{tables}} bảng.',
    startNew: 'Bắt đầu sổ trống',
    startNewAsk: 'Tệp cũ được giữ nguyên trong thư mục “quarantine”; sổ mới chưa có gì.',
    noCopies: 'Không có bản sao nào trong thư mục dữ liệu.',
    openFolder: 'Mở thư mục dữ liệu',
    folder: 'Thư mục: {{name}}',
    cause: 'Mã: {{code}}',
  },
} as const;
