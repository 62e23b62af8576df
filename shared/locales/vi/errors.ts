/** The sentence of every error code: what was not done, why, what to do next. */
import type { ErrorCode } from '../../contract/errors';

export const errors = {
  INTERNAL:
    'Chưa làm được việc này vì chương trình gặp lỗi. Sổ chưa thay đổi gì. Thử lại; nếu vẫn vậy, gửi mã lỗi cho người hỗ trợ.',
  UNKNOWN_OPERATION: 'Bản chương trình này chưa có việc đó. Đóng cửa sổ rồi mở lại.',
  INVALID_INPUT: 'Chưa lưu được vì có chỗ ghi chưa đúng. Xem lại các chỗ được đánh dấu rồi lưu.',
  INPUT_TOO_LARGE: 'Chưa gửi được vì nội dung quá dài. Chia nhỏ rồi làm từng phần.',
  FORBIDDEN: 'Người dùng này chưa được làm việc đó. Nhờ chủ tịch công đoàn cấp quyền.',
  NOT_LOGGED_IN: 'Chưa ai đăng nhập. Chọn tên và ghi mật khẩu để mở sổ.',
  LOCKED: 'Màn hình đang khóa. Ghi mật khẩu để làm tiếp; sổ chưa thay đổi gì.',
  LOGIN_REFUSED: 'Mật khẩu chưa đúng. Xem phím Caps Lock và bộ gõ tiếng Việt rồi ghi lại.',
  LOGIN_WAIT: 'Đã sai nhiều lần. Chờ {{seconds}} giây rồi ghi lại.',
  RECOVERY_REFUSED: 'Mã khôi phục chưa đúng hoặc đã dùng rồi. Xem lại phiếu mới nhất và ghi lại.',
  FIRST_CHAIR: 'Người dùng đầu tiên phải là chủ tịch. Chọn vai trò Chủ tịch cho người này.',
  LAST_CHAIR: 'Đây là chủ tịch duy nhất. Thêm một người dùng có vai trò Chủ tịch trước.',
  NO_USERS: 'Chưa có người dùng nào. Thêm người dùng trước rồi mới làm phiếu khôi phục.',
  NOT_FOUND: 'Không thấy hồ sơ này nữa. Có thể hồ sơ đã vào thùng rác. Mở lại danh sách để xem.',
  VERSION_CONFLICT:
    'Hồ sơ vừa được sửa ở cửa sổ khác. Xem bản mới rồi ghi lại chỗ cần; những gì đang gõ còn nguyên.',
  DUPLICATE: 'Tên này đã có trong sổ. Mở mục đã có để sửa, hoặc ghi tên khác.',
  IN_USE: 'Chưa bỏ được vì mục này đang được dùng. Chuyển những hồ sơ liên quan sang mục khác trước.',
  CLOSED: 'Mục này đã chốt, không sửa được. Mở chốt trước khi sửa.',
  CANCELLED: 'Đã dừng theo yêu cầu. Sổ chưa thay đổi gì.',
  BUSY: 'Sổ đang bận việc khác. Chờ một chút rồi thử lại.',
  JOB_TOO_HEAVY:
    'Tệp hoặc công việc này cần nhiều bộ nhớ hơn mức cho phép nên đã dừng lại; dữ liệu đã lưu không thay đổi. Hãy chia nhỏ tệp rồi làm lại.',
  JOB_TOO_LONG:
    'Máy làm mãi không xong việc này nên đã dừng lại; dữ liệu đã lưu không thay đổi. Hãy kiểm tra tệp hoặc chia nhỏ rồi làm lại.',
  SHUTTING_DOWN: 'Sổ đang đóng nên chưa ghi được. Mở lại chương trình rồi làm tiếp.',
  NO_STORE: 'Chưa mở được sổ nào. Đóng chương trình rồi mở lại.',
  DISK_FULL: 'Chưa ghi được vì ổ đĩa gần đầy. Dọn bớt ổ đĩa rồi thử lại. Sổ chưa thay đổi gì.',
  DISK_FAILED:
    'Chưa ghi được vì ổ đĩa không trả lời. Xem lại ổ đĩa, dây cắm hoặc kết nối tới nơi lưu rồi thử lại. Những gì đã lưu vẫn còn.',
  READ_ONLY: 'Chưa ghi được vì nơi lưu chỉ cho đọc. Xem lại quyền của thư mục dữ liệu rồi thử lại.',
  DATE_INVALID: 'Ngày này không có trong lịch. Ghi lại ngày, hoặc chỉ ghi tháng, năm nếu chưa rõ.',
  DATE_ORDER: 'Ngày kết thúc đang trước ngày bắt đầu. Xem lại hai ngày.',
  HOLIDAY_OTHER_YEAR: 'Ngày này không thuộc năm đang ghi, hoặc cách mồng Một Tết quá 7 ngày. Xem lại ngày.',
  HOLIDAY_NOT_BESIDE: 'Ngày nghỉ liền kề Quốc khánh là 1/9 hoặc 3/9. Chọn một trong hai ngày.',
  SWAP_ON_WEEKEND: 'Ngày này vốn là ngày nghỉ cuối tuần. Ghi ngày thường được nghỉ.',
  SWAP_NOT_WEEKEND: 'Ngày làm bù phải là thứ Bảy hoặc Chủ nhật. Xem lại ngày.',
  COUNT_OVER_DENOMINATOR: 'Số người tham gia lớn hơn số để so. Sửa số này hoặc đổi ngày chốt danh sách.',
  DENOMINATOR_DATE_REQUIRED: 'Chưa ghi ngày chốt của số để so. Ghi ngày chốt danh sách rồi lưu.',
  FIGURE_VALUE:
    'Ghi một số, hoặc lời của nguồn khi nguồn không cho số. Số đếm là số nguyên; tỷ lệ không quá 100%.',
  FIGURE_TWICE: 'Kỳ này đã có một số nhập tay cho số liệu này. Mở số đã có để sửa.',
  DENOMINATOR_UNIT: 'Chỉ so được số đoàn viên với tổng số đoàn viên. Đổi đơn vị tính, hoặc bỏ số để so.',
  QUORUM_SHARE: 'Ghi ngưỡng riêng bằng hai số, số đầu không lớn hơn số sau, như 3/4.',
  ATTENDEE_PERSON: 'Chọn một đoàn viên, hoặc ghi tên người ngoài danh sách.',
  ATTENDEE_TWICE: 'Người này đã có trong nhóm. Sửa dòng đã có, hoặc chọn người khác.',
  INSPECTION_PLAN: 'Năm {{year}} đã có kế hoạch. Mở kế hoạch đó để sửa.',
  INSPECTION_TOPIC: 'Loại việc này không thuộc mặt công tác đang ghi. Chọn loại khác.',
  INSPECTION_PERSON: 'Mỗi người dự ghi một đoàn viên hoặc một tên. Sửa lại dòng bị trống.',
  INSPECTION_OWNER: 'Chọn một nơi khắc phục: một đoàn viên, một đơn vị, hoặc một tên.',
  INSPECTION_FUTURE: 'Ngày này chưa tới. Ghi ngày đã làm.',
  FOLLOW_UP_OWNER: 'Chọn đúng một nơi chịu trách nhiệm: một đoàn viên, một đơn vị, hoặc một người ghi tên.',
  FOLLOW_UP_DONE_ON: 'Ngày xong sau ngày hôm nay. Ghi ngày việc đã xong.',
  AGREEMENT_CIRCLE: 'Quy chế không thể tiếp nối chính nó. Chọn bản trước khác.',
  AGREEMENT_DROP: 'Cam kết không thực hiện phải ghi cả ngày và lý do.',
  AGREEMENT_TARGET:
    'Cam kết theo dõi bằng lời không có chỉ tiêu bằng số. Chọn cách đo là số lượng hoặc số tiền.',
  AGREEMENT_PROGRESS: 'Ghi số đạt được, ghi kết quả bằng lời, hoặc đánh dấu đã thực hiện.',
  AGREEMENT_DELIVERY: 'Ghi tên việc và ngày, hoặc chọn một việc đã có trong sổ.',
  AGREEMENT_SCORE: 'Điểm cao nhất của thang này là {{most}}. Sửa lại điểm.',
  AGREEMENT_STATED:
    'Các khoản đã ghi chưa đủ để viết như vậy. “Hơn” cần tổng lớn hơn số nêu ra hoặc có khoản ghi “hơn”; “gần”, “khoảng” không lệch quá 5%.',
  CARD_TAKEN: 'Số thẻ {{value}} đang là của {{name}} ({{year}}). Xem lại số thẻ, hoặc mở hồ sơ đó để sửa.',
  ID_TAKEN: 'Số định danh {{value}} đang là của {{name}} ({{year}}). Xem lại số, hoặc mở hồ sơ đó để sửa.',
  LIST_REASON: 'Ghi vì sao chốt lại danh sách (như thêm người ghi sót), rồi chốt.',
  NUMBER_TAKEN: 'Số này đã dùng trong năm. Ghi số khác.',
  FILE_TOKEN_UNKNOWN: 'Không thấy tệp vừa chọn. Chọn lại tệp.',
  FILE_EMPTY: 'Chưa đọc được tệp. Tệp không có dòng nào. Chọn tệp khác. Sổ chưa thay đổi gì.',
  FILE_ENCRYPTED:
    'Chưa đọc được tệp. Tệp đang đặt mật khẩu mở. Bỏ mật khẩu trong Excel rồi chọn lại. Sổ chưa thay đổi gì.',
  FILE_BROKEN:
    'Chưa đọc được tệp. Tệp bị hỏng hoặc không đúng loại. Mở bằng Excel, lưu lại rồi chọn lại. Sổ chưa thay đổi gì.',
  FILE_TOO_LARGE:
    'Chưa đọc được tệp vì tệp quá lớn. Bỏ bớt trang, hình ảnh rồi chọn lại. Sổ chưa thay đổi gì.',
  FILE_NOT_TABLE: 'Chưa đọc được tệp. Trong tệp không có bảng. Chọn tệp danh sách khác. Sổ chưa thay đổi gì.',
  FILE_NO_PEOPLE: 'Không thấy cột họ và tên trong tệp. Chọn trang khác hoặc tệp khác. Sổ chưa thay đổi gì.',
  IMPORT_STALE: 'Sổ đã thay đổi từ lúc xem trước. Quay lại, xem trước lần nữa rồi ghi; sổ chưa thay đổi gì.',
  FILE_BLANK: 'Tệp “{{name}}” không có gì bên trong (0 byte). Chọn tệp khác. Sổ chưa thay đổi gì.',
  FILE_LIMIT:
    'Tệp “{{name}}” nặng {{size}} MB, quá mức {{limit}} MB cho một tệp. Giảm cỡ ảnh, hoặc quét lại với độ phân giải thấp hơn rồi đính lại. Sổ chưa thay đổi gì.',
  FILE_KIND:
    'Tệp “{{name}}” không thuộc loại cất làm minh chứng. Đính được ảnh, PDF, Word, Excel, PowerPoint, văn bản, âm thanh, phim và tệp nén; không đính chương trình và tệp có lệnh chạy kèm. Sổ chưa thay đổi gì.',
  FILE_MISSING:
    'Không thấy tệp “{{name}}” trong thư mục dữ liệu, cũng không có trong các bản sao. Chép lại thư mục “files” từ bản lưu ở nơi khác, hoặc đính lại tệp gốc.',
  FILE_ALTERED:
    'Tệp “{{name}}” trong thư mục dữ liệu đã bị sửa, không còn là tệp đã đính, và các bản sao cũng không còn tệp cũ. Đính lại tệp gốc.',
  DOCX_OLD:
    'Chưa đọc được mẫu. Đây là tệp Word đời cũ (.doc), hoặc tệp có đặt mật khẩu. Mở trong Word, bỏ mật khẩu, lưu dạng .docx rồi chọn lại. Mẫu đang dùng còn nguyên.',
  DOCX_NOT_WORD:
    'Chưa đọc được mẫu. Đây không phải tệp Word (.docx). Chọn tệp khác. Mẫu đang dùng còn nguyên.',
  REPORT_CLOSED: 'Báo cáo đã ban hành. Bấm “Mở lại để sửa” rồi thử lại.',
  DOCX_BROKEN:
    'Chưa đọc được mẫu. Tệp Word bị hỏng. Mở trong Word, lưu lại với tên khác rồi chọn tệp mới. Mẫu đang dùng còn nguyên.',
  DOCX_TOO_LARGE:
    'Chưa đọc được mẫu. Nội dung tệp giải nén ra quá lớn. Bỏ bớt ảnh trong mẫu rồi chọn lại. Mẫu đang dùng còn nguyên.',
  DOCX_UNSAFE:
    'Mẫu có lệnh chạy kèm hoặc tệp nhúng bên trong nên không dùng. Mở trong Word, lưu dạng .docx (không phải .docm), bỏ tệp nhúng rồi chọn lại. Mẫu đang dùng còn nguyên.',
  DOCX_EXTERNAL:
    'Mẫu trỏ tới ảnh hoặc tệp nằm ở nơi khác, khi in sẽ thiếu. Dán hẳn ảnh vào mẫu (không dùng liên kết) rồi chọn lại. Mẫu đang dùng còn nguyên.',
  DOCX_TAGS:
    'Mẫu còn {{count}} chỗ cần sửa, chưa đưa vào dùng được. Chỗ đầu tiên: {{tag}}. Mẫu đang dùng còn nguyên.',
  FILE_IN_USE: 'Chưa ghi được tệp. Tệp đang mở trong chương trình khác. Đóng tệp đó, hoặc lưu với tên khác.',
  IMPORT_NAMELESS:
    'Dòng không có họ tên thì không thêm được người mới; hãy chọn người trong sổ hoặc bỏ qua dòng đó.',
  IMPORT_NOT_READY: 'Lần nhập này chưa đọc xong tệp. Chờ đọc xong rồi làm tiếp.',
  IMPORT_UNDECIDED: 'Còn dòng nghi vấn chưa chọn cách xử lý. Chọn cho hết rồi ghi vào sổ.',
  IMPORT_UNDO_BLOCKED: 'Chưa hoàn tác được lần nhập vì sau đó có hồ sơ đã sửa. Xem các hồ sơ đó trước.',
  CERTIFICATE_VOID:
    'Giấy khen này đã thu hồi nên không in lại. Cấp lại giấy mới, hoặc in bản lưu có dấu “ĐÃ THU HỒI”.',
  CERTIFICATE_IN_FORCE:
    'Giấy khen này đang có hiệu lực. Bản lưu có dấu “ĐÃ THU HỒI” chỉ in cho giấy đã thu hồi.',
  DECISION_DRAFT:
    'Quyết định chưa ban hành nên chưa có giấy khen để thu hồi hay cấp lại. Ban hành quyết định trước.',
  NOTHING_TO_PRINT: 'Chưa có gì để in. Chọn ít nhất một dòng.',
  TEXT_OVERFLOW: 'Chưa in được vì có chữ dài hơn ô dù đã thu nhỏ. Nới ô hoặc cho phép hai dòng.',
  SCORE_OVER_MAX: 'Điểm lớn hơn điểm tối đa của tiêu chí. Sửa điểm này.',
  SCORE_NEEDS_EVIDENCE:
    'Tiêu chí {{code}} chưa có minh chứng nào nên chấm được nhiều nhất {{cap}} điểm. Gắn minh chứng rồi chấm đủ điểm.',
  SCORE_FROM_HALVES: 'Điểm cả năm được tính từ hai kỳ sáu tháng. Chấm ở bảng của từng kỳ.',
  REVERT_CHANGED:
    'Chưa trả lại được vì chỗ này đã được sửa tiếp sau lần đó. Xem lần sửa mới nhất của chỗ này rồi trả lại từ lần đó.',
  REVERT_NONE: 'Chỗ này đang đúng như trước lần sửa đó, không cần trả lại.',
  POST_PLACE: 'Chưa ghi được chức vụ. Chọn một ban hoặc một tổ để giữ chức vụ này.',
  POST_PERSON: 'Chưa ghi được chức vụ. Chọn một đoàn viên, hoặc ghi tên người ngoài danh sách.',
  POST_TWICE:
    'Người này đang giữ chức “{{title}}” ở cùng nơi trong cùng thời gian. Ghi ngày thôi giữ chức đó trước, hoặc sửa lại ngày.',
  ORG_NOT_OPEN:
    '{{name}} không hoạt động vào ngày {{date}}. Chọn nơi khác hoặc đổi ngày. Sổ chưa thay đổi gì.',
  ORG_CLOSED_LATER:
    '{{name}} ngừng hoạt động từ ngày {{date}} theo một thay đổi đã ghi. Hoàn tác thay đổi đó trước, hoặc chọn nơi khác. Sổ chưa thay đổi gì.',
  ORG_CYCLE: 'Chưa đưa được {{name}} vào {{parent}} vì nơi đến lại nằm trong chính nó. Chọn nơi khác.',
  ORG_KIND:
    '{{name}} không cùng loại nên không nhận được. Tổ chỉ thuộc công đoàn bộ phận, khoa chỉ gộp với khoa. Chọn nơi khác.',
  ORG_TARGET_NEEDED: 'Còn {{count}} đoàn viên ở {{name}}. Chọn nơi nhận những người này rồi ghi.',
  ORG_NOT_INSIDE:
    'Có người hoặc tổ không ở {{name}} vào ngày này, hoặc được chọn hai lần. Xem lại phần chia.',
  ORG_NOTHING: 'Chưa có gì thay đổi so với ngày đó. Ghi điều cần đổi rồi lưu.',
  ORG_LATER_CHANGE:
    'Chưa hoàn tác được vì thay đổi ngày {{date}} dựa trên thay đổi này. Hoàn tác thay đổi ngày {{date}} trước. Sổ chưa thay đổi gì.',
  CLASS_TAKEN: 'Năm {{year}} đã có xếp loại cho {{name}}. Mở dòng đó để sửa.',
  BACKUP_FAILED: 'Chưa tạo được bản sao. Xem lại ổ đĩa còn chỗ và thư mục cho ghi, rồi sao lưu lại.',
  COPY_FOREIGN: 'Tệp này không phải bản sao của sổ. Chọn tệp có tên tận cùng là .sod.',
  COPY_BROKEN:
    'Bản sao này bị hỏng hoặc bị cắt mất một phần, nên không dùng được. Chọn bản khác. Sổ chưa thay đổi gì.',
  COPY_NEWER: 'Bản sao này do bản chương trình mới hơn ghi. Cài bản mới rồi mở lại; tệp không bị thay đổi.',
  PASSPHRASE_NEEDED: 'Bản sao này có khóa. Gõ cụm mật khẩu đã đặt khi sao lưu.',
  PASSPHRASE_WRONG:
    'Cụm mật khẩu chưa đúng. Xem lại chữ hoa, chữ thường, dấu và kiểu gõ. Sổ chưa thay đổi gì.',
  PASSPHRASE_SHORT: 'Cụm mật khẩu cần từ 8 chữ trở lên.',
  PLACE_MISSING: 'Chưa thấy nơi giữ bản sao thứ hai. Cắm USB hoặc ổ đĩa rồi bấm Sao lưu ngay.',
  PLACE_READ_ONLY:
    'Nơi giữ bản sao thứ hai không cho ghi. Xem khóa chống ghi của USB hoặc chọn thư mục khác.',
  PLACE_FULL: 'Nơi giữ bản sao thứ hai hết chỗ. Dọn bớt hoặc chọn USB lớn hơn, rồi sao lưu lại.',
  BACKUP_NOT_VALID: 'Bản sao này không mở được. Chọn bản khác. Sổ chưa thay đổi gì.',
  SPOUSE_MISSING:
    'Chưa lưu được vì chưa có vợ hoặc chồng. Chọn một đoàn viên, hoặc ghi họ tên người ngoài công đoàn.',
  SPOUSE_SELF: 'Chưa lưu được vì vợ hoặc chồng đang là chính đoàn viên này. Chọn người khác.',
  SPOUSE_TAKEN: '{{name}} đang có hôn nhân với {{spouse}}. Ghi ngày kết thúc hôn nhân đó trước, rồi lưu lại.',
  CHILD_RECORDED:
    '{{name}} ({{year}}) đã ghi là con của {{parent}}. Mở hồ sơ đó để gắn thêm cha hoặc mẹ; mỗi cháu chỉ ghi một lần.',
  CHILD_SELF: 'Chưa lưu được vì một người không thể là con của chính mình. Chọn hồ sơ khác.',
  MERGE_SELF: 'Chưa gộp được vì hai bên là cùng một hồ sơ. Chọn hai hồ sơ khác nhau.',
  MERGE_MARRIED:
    'Chưa gộp được vì hai người này đang ghi là vợ chồng hoặc cha mẹ, con của nhau. Sửa mục Gia đình trước nếu ghi nhầm. Sổ chưa thay đổi gì.',
  MERGE_HOUSEHOLD:
    'Chưa gộp được vì hai hồ sơ có vợ hoặc chồng khác nhau. Chọn hộ gia đình được giữ, rồi gộp lại.',
  UNMERGE_BLOCKED:
    'Chưa tách được lần gộp này. Mở trang Hồ sơ trùng, mục Đã gộp, để xem lý do; sổ chưa thay đổi gì.',
  STORE_NEWER: 'Sổ này do bản chương trình mới hơn ghi. Cài bản mới để mở; tệp không bị thay đổi.',
  STORE_DAMAGED: 'Tệp sổ bị hỏng một phần. Mở lại chương trình để chọn bản sao; tệp hỏng được giữ nguyên.',
  PARTY_OPEN_FILE:
    'Người này đang có hồ sơ phát triển Đảng chưa xong. Mở hồ sơ đó, hoặc dừng nó trước khi lập hồ sơ khác.',
  PARTY_LAST_STEP: 'Hồ sơ cần ít nhất một bước. Nếu lập nhầm, chuyển cả hồ sơ vào thùng rác.',
  PARTY_CLASS: 'Lớp học phải là một lớp lý luận chính trị. Xem lại loại của lớp ở mục Hoạt động.',
  CONSENT_WITHDRAWN:
    'Người này đã rút lại đồng ý cho dùng thông tin này. Xem ở thẻ Yêu cầu dữ liệu của hồ sơ.',
  FIELD_OFF:
    'Mục này đang tắt nên chưa dùng được. Bật ở Cài đặt, phần Thông tin riêng, cùng mục đích dùng. Sổ chưa thay đổi gì.',
  PURPOSE_REQUIRED: 'Chưa bật được vì chưa ghi mục đích. Ghi thông tin này dùng vào việc gì rồi bật.',
  FILE_NOT_PICTURE:
    'Chưa lấy được ảnh. Tệp không phải ảnh JPEG hoặc PNG, hoặc đã hỏng. Chọn ảnh khác. Sổ chưa thay đổi gì.',
  CHOICES_REQUIRED: 'Chưa lưu được mục chọn vì chưa có giá trị nào để chọn. Ghi ít nhất một giá trị.',
  EXPORT_PURPOSE:
    'Chưa tạo được tệp vì có cột riêng mà chưa ghi mục đích. Ghi tệp này dùng vào việc gì, hoặc bỏ các cột riêng.',
  TOO_MANY_TO_PRINT:
    'Chưa tạo được tệp in. Danh sách có {{count}} người, một tệp in tối đa {{most}} người. Lọc bớt hoặc xuất Excel.',
  ANONYMISE_REFUSED:
    'Chưa ẩn danh vì {{name}} chưa đến hạn, còn đang sinh hoạt hoặc đã ẩn danh. Bỏ người đó khỏi danh sách. Sổ chưa thay đổi gì.',
  ANONYMISE_CONFIRM:
    'Chưa ẩn danh vì số người gõ vào không đúng là {{count}}. Gõ lại số đó. Sổ chưa thay đổi gì.',
  MOVE_SAME_PLACE: 'Chọn nơi đến khác nơi đi.',
  PERIOD_CLOSED:
    'Chưa ghi được vì sổ quỹ đã khóa đến hết ngày {{day}}. Ghi một phiếu điều chỉnh vào ngày sau đó, hoặc mở lại kỳ ở mục Khóa sổ. Sổ chưa thay đổi gì.',
  PERIOD_DRAFTS:
    'Chưa khóa sổ được vì còn {{count}} phiếu nháp trong kỳ. Cấp số hoặc bỏ các phiếu đó, rồi khóa lại.',
  PERIOD_FUTURE: 'Chưa khóa sổ được vì kỳ này chưa kết thúc. Khóa sau ngày {{day}}.',
  CLOSING_KEPT: 'Chưa mở lại được vì kỳ này đã được mở, hoặc có kỳ sau đang khóa. Mở kỳ khóa gần nhất trước.',
  VOUCHER_KEPT:
    'Phiếu đã có số thì giữ nguyên trong sổ, không bỏ được. Dùng Hủy phiếu và ghi lý do; số phiếu vẫn giữ.',
  VOUCHER_NUMBER_GAP:
    'Chưa cấp số được vì số phiếu không liền với phiếu trước. Cấp số lại. Sổ chưa thay đổi gì.',
  VOUCHER_BEFORE_OPENING:
    'Ngày ghi sớm hơn ngày bắt đầu của quỹ ({{day}}). Ghi ngày khác, hoặc sửa ngày số dư đầu của quỹ.',
  NOBODY_IN_POST:
    'Sổ chưa ghi ai giữ các chức vụ này vào ngày tổ chức. Ghi chức vụ ở mục Tổ chức, hoặc thêm từng người ở mục Người tham gia.',
  NOBODY_CAME:
    'Chưa cấp được giấy chứng nhận vì chưa ghi ai có mặt, hoặc mọi người đều đã có giấy. Ghi người tham gia trước.',
  COUNT_SOURCE: 'Ghi số này lấy từ đâu (theo báo cáo, danh sách, biên bản nào) rồi lưu.',
  COUNT_EMPTY: 'Ghi số người, hoặc ghi cách nói của báo cáo như “hàng trăm”.',
  CONTEST_PART_USED:
    'Chưa bỏ được vòng thi hoặc nội dung này vì đã có người dự thi. Chuyển họ sang nội dung khác trước.',
  ENTRY_NAME: 'Ghi tên đội, đơn vị hoặc tác phẩm; người dự thi thì chọn từ sổ hoặc gõ tên.',
  NO_PRIZES: 'Cuộc thi chưa ghi giải nào. Hãy ghi giải ở từng phần dự thi trước.',
  NO_AWARD_FORM: 'Danh mục không còn hình thức khen nào của đơn vị. Hãy thêm ở mục Hình thức khen thưởng.',
  ENTRY_TWICE: 'Một người đang có tên hai lần trong phần dự thi này. Bỏ một tên.',
  PRIZE_NAME: 'Giải riêng cần có tên giải. Ghi tên giải rồi lưu.',
  VOUCHER_CATEGORY: 'Mục thu, chi không hợp với loại phiếu hoặc không còn dùng vào ngày này. Chọn mục khác.',
  VOUCHER_MOVE:
    'Phiếu này là một nửa của lần chuyển tiền (nửa kia là {{code}}). Hủy phiếu thì cả hai nửa cùng hủy; sau đó chuyển lại.',
  VOUCHER_SERIES: 'Phiếu đã có số nên giữ nguyên quỹ, loại phiếu và năm. Hủy phiếu này và ghi phiếu mới.',
  VOUCHER_CANCELLED: 'Phiếu này đã hủy nên không sửa được. Ghi một phiếu mới.',
  VOUCHER_DRAFT: 'Phiếu này chưa có số. Sửa thẳng phiếu nháp, hoặc cấp số trước.',
  VOUCHER_SAME: 'Số tiền mới bằng số tiền cũ nên không có gì để điều chỉnh.',
  WELFARE_LISTED: 'Danh sách của đợt này đã chốt. Bấm Mở lại danh sách rồi sửa.',
  WELFARE_EMPTY: 'Danh sách chưa có ai. Thêm người nhận rồi chốt danh sách.',
  WELFARE_PAID: 'Đợt quà này đã có phiếu chi {{codes}}. Hủy hoặc gỡ phiếu đó trước khi lập phiếu khác.',
  WELFARE_UNSETTLED:
    'Chưa đối chiếu xong: còn {{unsigned}} suất chưa ký nhận, nguồn lệch {{difference}} đ, số chứng từ hoặc giải trình: {{papers}}. Bổ sung rồi đối chiếu lại.',
  WELFARE_COUNT_ONLY: 'Đợt này chỉ ghi số lượng, không có danh sách. Tạo một đợt có danh sách để thêm người.',
  CARE_PERSON: 'Chưa rõ thăm hỏi, giúp đỡ ai. Chọn đoàn viên, khoa phòng hoặc ghi họ tên.',
  CARE_AGAIN:
    'Người này đã được thăm vì lý do này ngày {{day}} (phiếu {{code}}). Ghi lý do thăm lại rồi lưu tiếp.',
  CARE_PAID: 'Có lượt thăm hỏi đã có phiếu chi ({{code}}). Bỏ lượt đó ra rồi lập phiếu.',
  AWARD_DRAFT: 'Quyết định còn là bản nháp. Ban hành rồi lập phiếu chi.',
  AWARD_NO_MONEY: 'Quyết định chưa ghi tiền thưởng. Ghi số tiền rồi lập phiếu chi.',
  OPINION_SOURCE:
    'Ghi họ tên khi người gửi là cá nhân, chọn khoa phòng khi là tập thể, và để trống cả hai khi không ghi tên.',
  OPINION_SENT: 'Ghi cả nơi nhận và ngày chuyển, hoặc để trống cả hai.',
  OPINION_ANSWERED: 'Ngày trả lời không được sau hôm nay.',
  OPINIONS_TAKEN: 'Số ý kiến được tiếp thu không được nhiều hơn số ý kiến đã góp.',
  CONFERENCE_HELD: 'Ghi ngày tổ chức và số người khi hội nghị đã tổ chức; để trống khi chưa.',
  CONFERENCE_PRESENT: 'Số có mặt không được nhiều hơn số triệu tập.',
  CONFERENCE_YEAR: 'Ngày tổ chức phải nằm trong năm của hội nghị, hoặc sáu tháng đầu năm sau.',
  AWARD_PAID: 'Tiền thưởng của quyết định này đã có phiếu chi ({{code}}). Mở phiếu đó để xem.',
  CARE_NO_MONEY: 'Các lượt đã chọn không chi tiền mặt, nên không lập phiếu chi.',
  WELFARE_COUNT_SOURCE: 'Ghi số suất (hoặc cách nói như “hàng trăm”) và nguồn của số liệu.',
  VOTES_MORE: 'Số phiếu đồng ý nhiều hơn số người bỏ phiếu.',
  NOTHING_APPROVED: 'Không có đề nghị nào đã được duyệt mà chưa nằm trong quyết định.',
  REASON_REQUIRED: 'Ghi lý do.',
  DUES_RATE: 'Ghi tỷ lệ phần trăm hoặc số tiền cố định của mức đóng.',
  DUES_LINE:
    'Mỗi dòng thu cần một đoàn viên, hoặc một khoa phòng kèm số người nộp; không ghi trùng người trong một tháng.',
  DUES_FUTURE: 'Tháng này quá xa ngày thu. Kiểm tra lại tháng đóng.',
  GIFT_BOOKED:
    'Khoản này đã vào phiếu thu. Sửa bằng cách ghi thêm khoản điều chỉnh, hoặc lấy lại phiếu khi chưa in.',
  DRIVE_GIFT: 'Ghi người ủng hộ và số tiền; khoa phòng nộp chung thì ghi thêm số người.',
  DONOR_GIFT: 'Ghi số tiền nếu tặng tiền, tên hiện vật nếu tặng hiện vật.',
  NOTHING_TO_BOOK: 'Không còn khoản nào chưa vào sổ quỹ.',
  EARMARK_TWICE: 'Phiếu chi này đã được tính cho một nguồn có mục đích. Chọn phiếu khác hoặc để trống.',
  LAYOUT_BROKEN:
    'Chưa nhận mẫu. Tệp này không phải mẫu giấy của Sổ Công đoàn, hoặc đã hỏng. Xuất lại mẫu từ máy đã làm ra nó.',
  LAYOUT_LARGE:
    'Chưa nhận mẫu. Mẫu có quá nhiều hình, vượt mức chương trình vẽ được. Bỏ bớt hình trong mẫu rồi xuất lại.',
  LAYOUT_DEEP: 'Chưa nhận mẫu. Các nhóm trong mẫu lồng vào nhau quá sâu. Tách nhóm ra rồi xuất lại.',
  LAYOUT_KIND:
    'Chưa nhận mẫu. Ô “{{item}}” thuộc loại “{{what}}” mà chương trình không biết. Có thể mẫu do bản chương trình mới hơn làm ra.',
  LAYOUT_VALUE:
    'Chưa nhận mẫu. Ô “{{item}}” có giá trị “{{what}}” không đúng: thiếu, ngoài khoảng cho phép hoặc không phải số. Sửa giá trị đó rồi thử lại.',
  LAYOUT_PATH: 'Chưa nhận mẫu. Nét vẽ của ô “{{item}}” không đọc được. Xuất lại mẫu từ máy đã làm ra nó.',
  LAYOUT_FONT:
    'Chưa nhận mẫu. Ô “{{item}}” dùng phông “{{what}}” không có trong chương trình. Đổi sang phông có sẵn rồi xuất lại.',
  LAYOUT_COLOUR:
    'Chưa nhận mẫu. Màu “{{what}}” của ô “{{item}}” không đúng. Màu ghi bằng sáu chữ số như #B5121B.',
  LAYOUT_FIELD:
    'Chưa nhận mẫu. Ô “{{item}}” lấy mục “{{what}}” mà sổ không có. Chọn lại mục trong danh sách.',
  LAYOUT_LOOP:
    'Chưa nhận mẫu. Hình “{{item}}” thiếu hoặc gọi vòng lại chính nó. Xuất lại mẫu từ máy đã làm ra nó.',
  LAYOUT_TWICE: 'Chưa nhận mẫu. Hai ô cùng mang mã “{{item}}”. Đổi mã một ô rồi thử lại.',
  LAYOUT_PICTURE:
    'Chưa nhận mẫu. Ảnh của ô “{{item}}” không đi kèm hoặc không phải ảnh PNG, JPEG. Xuất lại mẫu kèm ảnh.',
  LAYOUT_HASH:
    'Chưa nhận mẫu. Nội dung tệp đã bị sửa sau khi xuất nên không khớp mã kiểm tra. Xin lại tệp gốc.',
  TARGET_YEAR: 'Năm giao chỉ tiêu phải nằm trong nhiệm kỳ {{from}}–{{to}}, mỗi năm ghi một lần. Sửa lại năm.',
  TARGET_PERCENT:
    'Chỉ tiêu tỷ lệ lấy số liệu tỷ lệ và không quá 100%; chỉ tiêu số lượng lấy số liệu đếm. Chọn lại cách tính hoặc số liệu.',
  TARGET_FUTURE: 'Chưa thể ghi kết quả cho ngày còn ở phía trước. Ghi ngày hôm nay hoặc trước đó.',
  TARGET_PART: 'Ghi đủ số đạt và tổng số; số đạt không lớn hơn tổng số.',
  PLAN_DAY: 'Ngày này không nằm trong tháng của việc. Sửa ngày hoặc tháng.',
  PLAN_DONE_ON: 'Ngày xong còn ở phía trước. Ghi ngày hôm nay hoặc trước đó.',
  PLAN_STEP: 'Chương trình không có màn hình này. Chọn lại loại hoạt động, dịp hoặc trang.',
  DOCUMENT_GAP: 'Số này để trống số ở giữa. Số kế tiếp là {{next}}; muốn để dành số thì chọn “Giữ số”.',
  DOCUMENT_BETWEEN:
    'Không chèn được số ở giữa. Đơn vị chưa cho phép số chèn, hoặc chưa có số nào của ngày trước đó. Lấy số kế tiếp.',
  DOCUMENT_SERIES:
    'Ngày này hoặc loại này thuộc dãy số khác, mà số đã cấp thì giữ nguyên. Hủy số này rồi vào sổ văn bản mới.',
  DOCUMENT_SUBJECT: 'Ghi trích yếu của văn bản, hoặc chọn chỉ giữ số.',
  DOCUMENT_VOID: 'Số này đã hủy. Bỏ hủy trước rồi mới sửa.',
  DOCUMENT_ANSWER: 'Văn bản trả lời phải là một văn bản đi còn hiệu lực. Chọn văn bản khác.',
} as const satisfies Record<ErrorCode, string>;
