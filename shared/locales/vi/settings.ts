/** Texts of the settings, backup, trash and rescue screens. */
export const settings = {
  title: 'Cài đặt',
  tabs: {
    unit: 'Đơn vị',
    backup: 'Sao lưu',
    look: 'Ngôn ngữ, giao diện',
    data: 'Nơi lưu dữ liệu',
    log: 'Nhật ký sửa đổi',
    about: 'Giới thiệu',
  },
} as const;
