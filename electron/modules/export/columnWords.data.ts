/** Vietnamese headings of the store's columns: the column's name, then the heading, set apart by bars. */
export const COLUMN_WORDS = `
id Số | deleted_at Bỏ vào thùng rác lúc | created_at Ghi lúc | updated_at Sửa lúc | name Tên | note Ghi chú
member_id Số đoàn viên | kind Loại | ordinal Thứ tự | event_id Số hoạt động | on_date Ngày | year Năm
org_unit_id Số khoa, phòng, tổ | number Số hiệu | reason Lý do | source Nguồn | amount Số tiền | name_en Tên tiếng Anh
code Mã | title Tiêu đề | place Nơi | valid_from Áp dụng từ | department_id Số khoa, phòng | result Kết quả
hash Mã tệp | decision_no Số quyết định | actor Người làm | post Chức vụ | fund_id Số quỹ | month Tháng
value Giá trị | from_date Từ ngày | person_name Tên người | due_on Hạn | content Nội dung | level Cấp
status Tình trạng | decision_id Số quyết định khen | address Địa chỉ | voucher_id Số phiếu | decision_date Ngày quyết định
position Chức danh | text Nội dung | ends_on Ngày kết thúc | at Lúc | valid_to Áp dụng đến | round_id Số đợt
who Ai | state Trạng thái | kind_text Loại, ghi rõ | earmark_id Số khoản đúng mục đích | mime Kiểu tệp
starts_at Bắt đầu lúc | ends_at Kết thúc lúc | set_id Số bộ tiêu chí | to_date Đến ngày | starts_on Ngày bắt đầu
first_day Ngày đầu | last_day Ngày cuối | closed_on Ngày đóng | entity Loại bản ghi | flag Có, không | side Bên
form_id Số hình thức | occasion Dịp | relation Quan hệ | exception Ngoại lệ | cash Tiền mặt | width Rộng | height Cao
bytes Dữ liệu | from_year Từ năm | group_id Số tổ, nhóm | link_entity Loại bản ghi gắn | link_id Số bản ghi gắn
link_label Bản ghi gắn | purpose Mục đích | closed_at Chốt lúc | closed_by Người chốt | import_id Số lần nhập | part Phần
ended_on Ngày thôi | criterion_uid Mã tiêu chí | campaign_id Số đợt quà | signed_on Ngày ký | content_id Số nội dung
agreement_id Số quy chế phối hợp | label Nhãn | figure Số liệu | score Điểm | taken_on Ngày chụp, ngày lấy | role Vai trò
before_json Trước | after_json Sau | to_check Cần kiểm tra | basis Căn cứ | movement_id Số phong trào
subject_name Tên người, tập thể | honorific Danh xưng | deadline Hạn | recipients Người nhận | undone_at Hoàn tác lúc
department_name Tên khoa, phòng | opened_on Ngày mở | decision Quyết định | done_on Ngày xong | kind_value Giá trị của loại
printed_at In lúc | current Đang dùng | layout_id Mẫu giấy | mode Hình thức | child_id Số con | subject Trích yếu
entry_id Số phần dự thi | present Có mặt | held_on Ngày tổ chức | direction Đi, đến | answered_on Ngày trả lời
symbol Ký hiệu | people Số người | what Việc | list_id Số danh sách | session_id Số buổi | on_day Ngày
owner_member_id Số đoàn viên phụ trách | owner_name Người phụ trách | indicator Mã số liệu | legal_basis Căn cứ pháp lý
key Khóa | short_name Tên gọn | review_id Số bản tự kiểm tra | predecessor_id Số bản trước | party Đối tác, nơi nhận gửi
yearly Hằng năm | unit Đơn vị tính | target_text Chỉ tiêu, ghi chữ | record_id Số bản ghi | signer Người ký | days Ngày
entity_id Số bản ghi | audit_id Số dòng nhật ký | hundredths Phần trăm | decided_on Ngày quyết định
reason_template Mẫu lý do | theme Chủ đề | from_on Từ ngày | decided_by Người quyết định | spouse_id Số vợ, chồng
spouse_name Tên vợ, chồng | unit_name Tên đơn vị | register_year Năm vào sổ | register_no Số vào sổ | addressee Nơi nhận
file_name Tên tệp | enabled Bật | threshold Ngưỡng | moves_batch Đợt chuyển | kind_id Số loại | budget Dự toán
case_id Số hồ sơ trợ cấp | reason_id Số lý do thăm | off Tắt | words Từ ngữ | person Người | recipient_uid Mã người được khen
replaces_id Thay cho số | void_reason Lý do hủy | layout Mẫu | blank_id Số phôi | full_name Họ và tên | given_name Tên
gender Giới tính | birth_date Ngày sinh | scope Phạm vi | body Cơ quan, nội dung | to_year Đến năm | rank Xếp hạng
meeting_id Số cuộc họp | chair_name Người chủ trì | conclusion Kết luận | proposal_id Số đề nghị | votes_for Phiếu đồng ý
edition Lần thứ | title_en Tiêu đề tiếng Anh | max Tối đa | asked_by Người yêu cầu | secretary Thư ký | phone Điện thoại
email Thư điện tử | programme Chương trình | launched_by Nơi phát động | launched_on Ngày phát động | corrects_id Sửa cho số
source_entity Loại nguồn | source_id Số nguồn | count_value Số đếm | count_flag Cách đếm | count_source Nguồn số đếm
count_wording Lời số đếm | came Có đến | chair Chủ trì | owner_unit_id Số đơn vị phụ trách | preparer Người lập
treasurer Thủ quỹ | category_id Số mục thu chi | period Kỳ | topic Chủ đề | employer Người sử dụng lao động
sent_on Ngày gửi | whole Toàn bộ | job_title Chức danh nghề nghiệp | contract_type Loại hợp đồng | day Ngày | answer Trả lời
received_on Ngày nhận | how Cách làm | change_id Số lần sắp xếp | class Phân loại | months Tháng | from_day Từ ngày
to_day Đến ngày | issued_on Ngày ban hành | report_id Số báo cáo | group_by Người duyệt cấp tổ | group_on Ngày duyệt cấp tổ
upper_by Cấp trên chấm | upper_on Ngày cấp trên chấm | target_id Số chỉ tiêu | category Hạng mục | scale_id Số thang điểm
summary Tóm tắt | proposals Kiến nghị | stated_sum Tổng điểm ghi | stated_flag Có tổng điểm ghi | measure Cách đo
target Chỉ tiêu | dropped_on Ngày bỏ | drop_reason Lý do bỏ | detail Chi tiết | own Tự lập | signer_post Chức vụ người ký
commitment_id Số cam kết | done Đã xong | most Cao nhất | step Bước | grades Mức xếp | author Người làm | action Việc
request_id Mã yêu cầu | form_code Mã hình thức | recipient Người nhận | authority Thẩm quyền | signer_for Ký thay
signer_title Chức vụ ký | signer_name Người ký | award_year Năm khen | money_individual Thưởng cá nhân
money_collective Thưởng tập thể | money_household Thưởng gia đình | money_source Nguồn thưởng | counts_only Chỉ ghi số lượng
count_collective Số tập thể | count_individual Số cá nhân | count_household Số gia đình | issued_at Ban hành lúc
snapshot Bản giữ lại | for_individual Cho cá nhân | for_collective Cho tập thể | for_household Cho gia đình
grantor Nơi khen | until_on Đến ngày | rule_id Số điều kiện | subject_uid Mã đối tượng | spouse_honorific Danh xưng vợ, chồng
reason_text Thành tích | withdrawn_on Ngày rút | ceremony Lễ trao | last_no Số cuối | handed_on Ngày trao
year_end Cuối năm | base Mức gốc | needs Điều kiện | forms Hình thức | levels Các cấp | mark Điểm danh | bulk_id Số lần sửa
close_reason Lý do đóng | circumstances Hoàn cảnh | object Đối tượng | handover Bàn giao | steps Các bước | health Sức khỏe
planned_on Ngày dự kiến | health_detail Sức khỏe, chi tiết | source_name Tên nguồn | again Thăm lại | visit_id Số lần thăm
copy Bản số | given_on Ngày trao | voided_on Ngày hủy | w Rộng | h Cao | scan Ảnh quét | layouts Các mẫu | kinds Các loại
draft Bản nháp | draft_at Nháp lúc | design_id Số mẫu giấy | field Ô | run_id Số lần in | recipient_id Số người được khen
register Sổ | layout_name Tên mẫu | layout_version Bản mẫu | certificate_id Số giấy khen | layout_hash Mã mẫu
dx Lệch ngang | dy Lệch dọc | scale Tỷ lệ | printer Máy in | tray Khay | output Cách in | printer_id Số máy in
overflows Chữ tràn | cause Nguyên nhân | national Quốc hiệu | reissue Cấp lại | rules Quy tắc | term_id Số nhiệm kỳ
seats Số người | money Tiền | round Vòng | chair_post Chức vụ chủ trì | secretary_name Tên thư ký | opinions Ý kiến
voters Số người bỏ phiếu | based_on Dựa trên | confirmed_on Ngày xác nhận | unproven_share Phần không minh chứng
evidence Minh chứng | evidence_en Minh chứng tiếng Anh | bonus Điểm thưởng | employer_lead Đại diện đơn vị
worker_lead Đại diện người lao động | employer_people Người dự bên đơn vị | worker_people Người dự bên người lao động
employer_count Số dự bên đơn vị | worker_count Số dự bên người lao động | conclusions Kết luận | open_points Việc còn lại
type_id Số loại văn bản | series Dãy số | suffix Đuôi số | their_number Số của nơi gửi | their_date Ngày của nơi gửi
urgency Độ khẩn | secrecy Độ mật | answered_by_id Trả lời bằng văn bản số | voided_at Hủy lúc | per_type Số riêng từng loại
pattern Cách viết số | insertions Cho chèn số | anonymous Ẩn danh | address_form Cách xưng hô | contact Liên hệ
donor_id Số nhà tài trợ | goods Hiện vật | used_for Dùng cho | thanked_on Ngày cảm ơn | cut_off Ngày chốt
target_kind Loại mức vận động | target_amount Mức vận động | drive_id Số cuộc vận động | from_month Từ tháng | payer Người nộp
collection_id Số lần thu | points Mức phần trăm | ceiling Mức trần | partial Tháng lẻ | beneficiary Người thụ hưởng
organiser_level Cấp tổ chức | organiser_name Nơi tổ chức | audience Đối tượng | sequence Lần | sessions Số buổi
documents Tài liệu | count_unit Đơn vị đếm | denominator Mẫu số | denominator_on Ngày lấy mẫu số | eligible_count Số thuộc diện
present_count Số có mặt | present_eligible Có mặt thuộc diện | organisation Cơ quan | invitation Giấy mời | series_id Số chuỗi
year_from Từ năm | year_to Đến năm | eligible Thuộc diện | quorum Số cần có | quorum_part Tử số cần có
quorum_whole Mẫu số cần có | quorum_strict Quá bán | votes_against Phiếu không đồng ý | votes_other Phiếu khác
attendee_id Số người dự | numbering Đánh số | label_key Nhãn | field_id Số mục thêm | batch Đợt | said_by Người phát biểu
said_title Chức vụ người phát biểu | said_on Ngày phát biểu | opening_cash Tiền mặt đầu kỳ | opening_bank Tiền gửi đầu kỳ
book_number Số sổ | account_holder Chủ tài khoản | accountant Kế toán | internal Chuyển nội bộ | closing_cash Tiền mặt cuối kỳ
closing_bank Tiền gửi cuối kỳ | reopened_at Mở lại lúc | reopened_by Người mở lại | reopen_reason Lý do mở lại
old_number Số cũ | holding Nơi giữ tiền | papers Chứng từ | paper_count Số chứng từ | source_label Nguồn
cancel_reason Lý do hủy | cancelled_on Ngày hủy | cancelled_by Người hủy | committed_at Ghi vào sổ lúc | shape Dạng bảng
used_count Số lần dùng | used_at Dùng lúc | line Dòng | verdict Kết luận | attention Cần xem | after_version Bản sau
recommendation Kiến nghị | mended_on Ngày khắc phục | plan_id Số kế hoạch | approved_on Ngày duyệt | shortcomings Tồn tại
directions Phương hướng | item_id Số việc | others Người khác | strengths Ưu điểm | employer_signer Người ký bên đơn vị
worker_signer Người ký bên công đoàn | to_on Đến ngày | class_id Số phân loại | covered Số người được áp dụng
remind_days Nhắc trước số ngày | articles Điều khoản | meaning Ý nghĩa | wording Cách viết | instead Dùng thay
spouse_birth_date Ngày sinh vợ, chồng | spouse_work Nơi làm của vợ, chồng | spouse_phone Điện thoại vợ, chồng
married_on Ngày cưới | end_kind Lý do kết thúc | sort_name Tên để xếp | name_tones Tên có dấu | union_position Chức vụ công đoàn
hire_date Ngày vào làm | education Trình độ | political_theory Lý luận chính trị | union_join_date Ngày vào công đoàn
card_no Số thẻ đoàn viên | id_number Số căn cước | id_date Ngày cấp căn cước | id_place Nơi cấp căn cước | hometown Quê quán
ethnicity Dân tộc | religion Tôn giáo | is_party Đảng viên | party_date Ngày vào Đảng | salary_coefficient Hệ số lương
status_date Ngày đổi tình trạng | union_join_place Nơi vào công đoàn | union_join_decision Quyết định vào công đoàn
card_date Ngày cấp thẻ | card_status Danh sách thẻ | dues_base Lương đóng đoàn phí | bank_account Số tài khoản
health_note Sức khỏe | hardship Hoàn cảnh | hardship_note Hoàn cảnh, ghi rõ | left_on Ngày thôi | years Số năm | form Hình thức
effect_until Hiệu lực đến | low_id Số hồ sơ thứ nhất | high_id Số hồ sơ thứ hai | batch_id Số đợt | gone_by Hết vì
kept_id Hồ sơ giữ | gone_id Hồ sơ gộp vào | from_value Từ | to_value Thành | asked_on Ngày yêu cầu | view Bộ lọc
paper_no Số giấy tờ | summed_up_on Ngày tổng kết | undertakes Nội dung đăng ký | registered_on Ngày đăng ký
achieved Đạt | figure_unit Đơn vị số liệu | result_on Ngày có kết quả | calendar Lịch | lasts Kéo dài
event_kind Loại hoạt động | topic_id Số chủ đề | source_unit_id Số nơi nêu | sent_to Nơi nhận | due_by_rule Hạn theo quy định
dialogue_id Số cuộc đối thoại | follow_up_id Số việc theo dõi | working_days Ngày làm việc | petition Đơn, kiến nghị
move_batch Đợt chuyển | leader_name Người đứng đầu | ref_id Số tham chiếu | organiser Nơi tổ chức | given Đã đưa
taken Đã nhận | stopped_on Ngày dừng | stop_reason Lý do dừng | file_id Số hồ sơ | stage Bước | owner_committee_id Số ban phụ trách
origin Nguồn gốc | copied_from_id Chép từ số | owner Chủ khóa | public_key Khóa công khai | private_key Khóa riêng
retired_at Thôi dùng lúc | from_unit_id Số nơi đề nghị | union_post Chức vụ công đoàn | achievement Thành tích
initiative Sáng kiến | awarded_before Đã được khen | min Ít nhất | rating_id Số lần xếp loại | line_id Số dòng xếp loại
by_name Người chấm | issuer Nơi ban hành | consulted Đã lấy ý kiến | model Theo mẫu | as_of Tính đến ngày
copied_from Chép từ | frozen Đã chốt số | finding Phát hiện | template Mẫu | original Bản gốc | figures Số liệu
copied Đã chép | heading Đề mục | body_size Cỡ chữ | union_year Năm công tác | passed_on Ngày thông qua
evidence_due Hạn minh chứng | group_score Điểm cấp tổ | upper_score Điểm cấp trên | school_year Năm học | class_name Lớp
school Trường | prize Giải | prize_level Cấp giải | field_group Nhóm mục | seq Số cuối | held Đã tổ chức | invited Được mời
size Cỡ, byte | resolution_id Số nghị quyết | percent Phần trăm | counting Cách đếm | pace Tiến độ | chair_title Chức vụ chủ tịch
on_behalf_of Thay mặt | type Kiểu | hour_unit Đơn vị giờ | course_name Tên lớp | follow_up Việc tiếp theo | tenths Phần mười giờ
material Tài liệu | speaker Báo cáo viên | committee_id Số ban | person_note Ghi chú người | end_reason Lý do thôi
end_decision_no Quyết định thôi | end_decision_date Ngày quyết định thôi | setup_done Đã thiết lập | upper_name Công đoàn cấp trên
upper_level Cấp trên trực tiếp | staff_count Số lao động | count_amount Đếm số tiền | household_once Mỗi gia đình một lần
orientation Chiều giấy | grouped Theo nhóm | chosen Được chọn | warning Cảnh báo | decided_at Quyết định lúc
birth_year Năm sinh | received_by Người nhận thay | in_use Đang dùng | focus Trọng tâm | hint Gợi ý
hint_en Gợi ý tiếng Anh | official Chính thức | opens Ngày mở | told Đã báo cho đoàn viên | told_on Báo ngày | told_how Báo bằng cách
asks Cần đồng ý | third_party Có ở nơi khác | extra_days Gia hạn, ngày | replied_on Báo nhận ngày
answer_no Số văn bản trả lời | failures Số lần sai | wait_until Chờ đến
last_login_at Vào lần cuối | disabled_at Thôi dùng lúc | lock_minutes Phút tự khóa | recovery_at Lập mã khôi phục lúc
`;
