/**
 * What signed texts of version 1 are pressed against. Papers in frames depend on every letter of it: it never changes;
 * better words need a new version.
 */
export const WORDS_1 = [
  'Thanh niên Người cao tuổi Hội Cựu chiến binh Hội Phụ nữ Đảng ủy Đảng bộ Ủy ban nhân dân thành phố quận huyện xã ',
  'thị trấn Đồng Nai Hà Nội Hồ Chí Minh Đà Nẵng Cần Thơ Hải Phòng Huế Nghệ An Thanh Hóa Quảng Ninh Bắc Ninh Phú Thọ ',
  'Lâm Đồng Đắk Lắk Gia Lai Khánh Hòa An Giang Cà Mau Vĩnh Long Tây Ninh Đồng Tháp Lào Cai Sơn La Điện Biên Lai Châu ',
  'Cao Bằng Lạng Sơn Tuyên Quang Thái Nguyên Hưng Yên Ninh Bình Hà Tĩnh Quảng Trị Quảng Ngãi Suối Mơ Đồng Khê ',
  'Trường Tiểu học Trung học cơ sở Trung học phổ thông Mầm non Mẫu giáo Đại học Cao đẳng Công ty TNHH Cổ phần ',
  'Một thành viên Nhà máy Xí nghiệp Phân xưởng Chi nhánh Sở Y tế Sở Giáo dục và Đào tạo Bệnh viện Đa khoa tỉnh ',
  'Trạm Y tế phường Phòng khám Phòng Tổ chức – Hành chính Phòng Kế hoạch – Nghiệp vụ Tài chính – Kế toán Điều dưỡng ',
  'Khoa Nội tổng hợp Khoa Ngoại Khoa Nhi Khoa Sản Khoa Nhiễm Khoa Dược Khoa Xét nghiệm Khoa Khám bệnh ',
  'Khoa Hồi sức cấp cứu Khoa Kiểm soát bệnh tật và HIV/AIDS Khoa Y học cổ truyền Phục hồi chức năng Răng Hàm Mặt ',
  'Tai Mũi Họng Chẩn đoán hình ảnh Y tế công cộng An toàn thực phẩm Dân số Tổ công đoàn Công đoàn bộ phận ',
  'Bác sĩ Y sĩ Hộ sinh Kỹ thuật viên Dược sĩ Trưởng khoa Phó Trưởng khoa Điều dưỡng trưởng Chủ tịch Phó Chủ tịch ',
  'Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đào Đoàn Lương Trịnh Mai Tô Trương Lâm Hà Cao Châu ',
  'Vàng A Sùng Giàng Thào Hạng Lò Cà Quàng Tòng Nông Hoàng Ma Triệu Bàn Đặng Chu Điểu Niê Kđăm Êban Byă Ksor Rcom ',
  'Siu Rơ Châm Y H’ Thạch Kim Sơn Danh Tôn Nữ Công Tằng Tôn Thất Ẩn Ái Anh Ánh Bảo Bích Bình Cẩm Châu Chi Chiến ',
  'Cúc Cường Dân Diễm Diệp Diệu Dung Dũng Duy Duyên Dương Đạt Điệp Định Đông Đức Giang Giáp Hạnh Hào Hảo Hằng Hân ',
  'Hiền Hiếu Hiệp Hoa Hòa Hoài Hoan Hoàn Hồng Huệ Hùng Huy Huyền Hưng Hương Hường Hữu Khải Khang Khánh Khoa Khôi ',
  'Kiên Kiều Kiệt Lan Lâm Lê Liên Liễu Linh Loan Long Lộc Lợi Luân Ly Lý Mạnh Mẫn Mây Miên Minh Mỹ My Nam Nga Ngà ',
  'Ngân Nghi Nghĩa Ngọc Nguyên Nguyệt Nhã Nhàn Nhân Nhật Nhi Nhiên Nhung Như Oanh Phát Phi Phong Phú Phúc Phương ',
  'Phượng Quang Quân Quế Quốc Quy Quyên Quyền Quỳnh Sang Sinh Sơn Tài Tâm Tân Thạch Thái Thanh Thành Thảo Thắm ',
  'Thắng Thi Thiên Thiện Thịnh Thoa Thơ Thu Thuận Thúy Thùy Thủy Thư Thương Tiên Tiến Tín Tình Toàn Trang Trâm Trân ',
  'Trí Trinh Trọng Trúc Trung Tú Tuân Tuấn Tuệ Tùng Tuyên Tuyền Tuyết Tường Uyên Uyển Vân Vi Việt Vinh Vy Xuân Ý Yên Yến ',
  'Bằng khen Kỷ niệm chương Cờ thi đua Danh hiệu Đoàn viên công đoàn xuất sắc Lao động giỏi Gia đình ông và bà ',
  '\nGiấy chứng nhận\nGiấy khen chuyên đề Liên đoàn Lao động tỉnh Công đoàn ngành Y tế /QĐ-LĐLĐ/QĐ-CĐN/QĐ-CĐCS\nGiấy khen\n',
  'Ban Chấp hành Công đoàn cơ sở Trung tâm Y tế khu vực Bệnh viện ',
  'Ông Nguyễn Văn Trần Văn Lê Văn Đức Bà Nguyễn Thị Trần Thị Lê Thị Hoàng Thị Ngọc ',
].join('');
