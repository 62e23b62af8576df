/** Vietnamese names of the store's tables, by the workbook they are exported in. A table a line: its name, then how it is called. */
export const TABLE_WORDS: Readonly<Record<string, string>> = {
  'Đơn vị, tổ chức': `
unit Đơn vị
unit_profile Tên gọi của đơn vị qua các thời kỳ
org_unit Khoa, phòng, tổ công đoàn
org_unit_class Phân loại khoa, phòng, tổ
org_unit_fact Thay đổi của khoa, phòng, tổ
org_change Sắp xếp lại tổ chức
org_change_unit Đơn vị trong lần sắp xếp
term Nhiệm kỳ
committee Ban của công đoàn
union_post Chức vụ công đoàn
participation Tham gia hội đồng, ban của cơ quan
congress_term Đại hội`,
  'Đoàn viên': `
member Đoàn viên
member_fact Quá trình của đoàn viên
member_fact_batch Đợt ghi quá trình
member_movement Chuyển đến, chuyển đi
member_state Tình trạng qua các thời kỳ
member_absence Thời gian nghỉ
member_discipline Kỷ luật
member_photo Ảnh đoàn viên
data_purpose Mục đích giữ dữ liệu
member_consent Đồng ý cho dùng dữ liệu
member_request Yêu cầu về dữ liệu cá nhân
member_anonymised Hồ sơ đã ẩn danh
member_merge Hồ sơ đã gộp
member_distinct Không phải người trùng
member_followed Mốc theo dõi ngày
member_view Bộ lọc đã lưu
member_view_layout Cách xếp cột của bộ lọc
marriage Vợ, chồng
child Con
child_parent Cha, mẹ của con
school_result Kết quả học tập của con
extra_field Mục thêm
extra_value Giá trị mục thêm
sensitive_use Bật, tắt thông tin riêng
import Lần nhập danh sách
import_row Dòng của lần nhập
import_hidden Lần nhập đang ẩn
import_mapping Cách ghép cột đã nhớ
bulk_change Lần sửa nhiều hồ sơ
bulk_change_row Hồ sơ trong lần sửa nhiều
anonymising Hồ sơ đang ẩn danh`,
  'Hoạt động': `
event Hoạt động
event_plan Kế hoạch hoạt động
event_session Buổi của hoạt động
event_department Khoa, phòng tham gia
event_item Việc của chương trình
event_group Thành phần dự
event_attendee Người dự
event_mark Điểm danh
event_eligible Người thuộc diện dự
event_list Danh sách đã lập
event_series Chuỗi hoạt động
event_edition Lần tổ chức trong chuỗi
event_template Mẫu chương trình
follow_up Việc cần theo dõi
training Tập huấn
training_topic Chuyên đề tập huấn
training_speaker Báo cáo viên
training_certificate Giấy chứng nhận tập huấn
contest Hội thi
contest_subject Môn thi
contest_round Vòng thi
contest_entry Phần dự thi
contest_person Người dự thi
contest_result Kết quả thi
contest_prize Cơ cấu giải
contest_award Giải đã trao
occasion Ngày lễ, kỷ niệm
occasion_hidden Ngày không hiện trên lịch`,
  'Chăm lo': `
welfare_campaign Đợt tặng quà
welfare_recipient Người nhận quà
welfare_source Nguồn tiền của đợt quà
welfare_value Mức quà
welfare_override Xếp vào hoặc bỏ ra khỏi danh sách
care_visit Thăm hỏi
care_visitor Người đi thăm
care_money Tiền thăm hỏi theo nguồn
care_case Hồ sơ trợ cấp
care_step Bước của hồ sơ trợ cấp
care_kind Loại trợ cấp
care_reason Lý do thăm hỏi
care_norm Mức thăm hỏi`,
  'Quỹ, đoàn phí, ủng hộ': `
fund Quỹ
fund_category Mục thu, chi
fund_voucher Phiếu thu, phiếu chi
fund_budget Dự toán
fund_closing Chốt sổ quỹ
dues_rate Mức đóng đoàn phí
dues_start Tháng bắt đầu sổ đoàn phí
dues_base Lương đóng đoàn phí
dues_override Đoàn phí ấn định
dues_line Đoàn phí phải đóng
dues_collection Lần thu đoàn phí
drive Cuộc vận động
drive_gift Khoản ủng hộ
donor Nhà tài trợ
donor_gift Khoản tài trợ
earmark Tiền dùng đúng mục đích
earmark_use Chi từ tiền đúng mục đích
base_wage Lương cơ sở`,
  'Khen thưởng, thi đua': `
award_decision Quyết định khen thưởng
award_decision_chain Quyết định thay thế
award_recipient Người, tập thể được khen
award_form Hình thức khen
award_rule Điều kiện xét khen
award_override Vẫn khen dù chưa đạt
award_hold Tạm dừng xét khen
award_coefficient Hệ số tiền thưởng
award_register Số giấy khen đã cấp trong sổ
award_round Đợt xét khen
award_round_form Hình thức khen trong đợt
award_round_unit Nơi gửi đề nghị trong đợt
proposal Đề nghị khen thưởng
proposal_recipient Người được khen theo đề nghị
council_meeting Họp xét khen thưởng
council_attendee Người dự họp xét
council_vote Biểu quyết
movement Phong trào thi đua
movement_entry Đăng ký, kết quả phong trào`,
  'Giấy khen': `
certificate Giấy khen
certificate_run Lần in giấy khen
certificate_print Giấy trong lần in
certificate_layout Mẫu giấy khen
certificate_layout_kept Mẫu giấy khen đã dùng
certificate_design Mẫu giấy của đơn vị
certificate_design_version Các bản của mẫu giấy
certificate_blank Phôi in sẵn
certificate_image Biểu trưng
certificate_picture Hình trong mẫu
certificate_scan Ảnh chụp phôi
certificate_printer Căn chỉnh máy in
certificate_setting Cài đặt giấy khen
certificate_words Từ ghép khi ngắt dòng
proof_key Khóa ký giấy khen
proof_layout_off Mẫu giấy không in mã kiểm tra`,
  'Văn bản': `
document Văn bản đi, đến
document_type Loại văn bản
document_rule Quy tắc lấy số
word_template Mẫu văn bản Word
attachment Tệp đính kèm
stored_file Tệp lưu trong sổ`,
  'Ý kiến, dân chủ, phối hợp': `
opinion Ý kiến, kiến nghị
opinion_topic Chủ đề ý kiến
opinion_kind Loại ý kiến
dialogue Đối thoại
staff_conference Hội nghị người lao động
conference_scope Phạm vi hội nghị
regulation Nội quy, quy chế
labour_agreement Thỏa ước lao động
labour_class Phân loại thỏa ước
agreement Quy chế phối hợp
agreement_party Bên ký phối hợp
agreement_content Nội dung phối hợp
agreement_commitment Cam kết phối hợp
agreement_progress Kết quả cam kết
agreement_delivery Thực hiện quy chế
agreement_scale Thang điểm phối hợp
agreement_score Điểm phối hợp
agreement_reminder Nhắc quy chế hết hạn`,
  'Kiểm tra, Đảng': `
inspection_plan Kế hoạch kiểm tra, nữ công
inspection_item Việc trong kế hoạch
inspection_session Cuộc kiểm tra, việc nữ công
inspection_attendee Người dự cuộc kiểm tra
inspection_finding Kiến nghị sau kiểm tra
party_file Hồ sơ giới thiệu Đảng
party_stage Bước của hồ sơ Đảng
party_step Bước đã làm của hồ sơ Đảng`,
  'Chỉ tiêu, chương trình, tự kiểm tra': `
resolution Nghị quyết
target Chỉ tiêu
target_value Mức chỉ tiêu từng năm
target_actual Kết quả chỉ tiêu
work_plan Chương trình công tác
plan_item Việc trong chương trình
criteria_set Bộ tiêu chí
criterion_group Nhóm tiêu chí
criterion Tiêu chí
rank_level Mức xếp loại
review Bản tự kiểm tra
review_item Điểm tự chấm
review_evidence Minh chứng
review_task Người phụ trách tiêu chí
rating Xếp loại đoàn viên, tổ
rating_line Người, tổ được xếp loại
rating_score Điểm xếp loại
report Báo cáo
report_part Phần của báo cáo
report_style Cách trình bày báo cáo
report_ignored Lời nhắc báo cáo đã bỏ
manual_figure Số nhập tay
indicator_change Thay đổi cách tính số liệu
year_step Việc cuối năm`,
  'Cài đặt, nhật ký': `
setting Cài đặt
app_user Người dùng
app_access Khóa màn hình, mã khôi phục
meta Thông tin của sổ
audit Nhật ký thay đổi`,
};
