/** Figures of opinions, petitions and democracy at the workplace. */
import { one, type Pair } from './indicator';

const OPINIONS: Pair = ['ý kiến, kiến nghị', 'opinions'];
const LETTERS: Pair = ['đơn', 'petitions'];
const opinion = ['opinions', 'opinion', 'period'] as const;
const onDay = ['opinions', 'opinion', 'asOf'] as const;
const event = ['opinions', 'event', 'period'] as const;

export const OPINION_INDICATORS = [
  one(
    'opinions.received',
    opinion,
    ['Ý kiến, kiến nghị tiếp nhận', 'Opinions received'],
    [
      'Ý kiến, kiến nghị, đơn thư ghi trong sổ có ngày nhận trong kỳ',
      'Opinions and petitions received in the period',
    ],
    OPINIONS,
  ),
  one(
    'opinions.answered',
    opinion,
    ['Ý kiến, kiến nghị đã trả lời', 'Opinions answered'],
    [
      'Ý kiến, kiến nghị, đơn thư có ngày trả lời trong kỳ, kể cả nhận từ kỳ trước',
      'Opinions and petitions answered in the period, whenever they came',
    ],
    OPINIONS,
  ),
  one(
    'opinions.open',
    onDay,
    ['Ý kiến, kiến nghị đang giải quyết', 'Opinions open'],
    ['Đã nhận và chưa trả lời trong ngày tính', 'Received and not answered on the day'],
    OPINIONS,
  ),
  one(
    'opinions.overdue',
    onDay,
    ['Ý kiến, kiến nghị quá hạn', 'Opinions overdue'],
    ['Chưa trả lời và đã quá hạn trong ngày tính', 'Not answered and past their day'],
    OPINIONS,
  ),
  one(
    'opinions.petitions',
    opinion,
    ['Đơn thư tiếp nhận', 'Petitions received'],
    [
      'Đơn đề nghị, khiếu nại, tố cáo có ngày nhận trong kỳ',
      'Letters of request, complaints and denunciations received in the period',
    ],
    LETTERS,
  ),
  one(
    'opinions.petitionsAnswered',
    opinion,
    ['Đơn thư đã giải quyết', 'Petitions answered'],
    ['Đơn thư có ngày trả lời trong kỳ', 'Petitions answered in the period'],
    LETTERS,
  ),
  one(
    'democracy.conferences',
    event,
    ['Hội nghị viên chức, người lao động', 'Staff conferences'],
    [
      'Hội nghị ghi đã tổ chức trong kỳ, cộng hoạt động loại này chưa gắn vào hội nghị nào',
      'Conferences held in the period, and events of this kind no conference is linked to',
    ],
    ['hội nghị', 'conferences'],
  ),
  one(
    'democracy.conferenceRate',
    ['opinions', 'percent', 'asOf'],
    ['Tỷ lệ đơn vị tổ chức hội nghị', 'Parts that held the staff conference'],
    [
      'Đơn vị đã tổ chức hội nghị của năm / đơn vị phải tổ chức trong ngày tính',
      'Parts that held the conference of the year / parts that have to on the day',
    ],
    ['', ''],
  ),
  one(
    'democracy.dialogues',
    event,
    ['Đối thoại tại nơi làm việc', 'Workplace dialogues'],
    [
      'Cuộc đối thoại có ngày trong kỳ, cộng hoạt động đối thoại chưa gắn vào cuộc nào',
      'Dialogues of the period, and events of dialogue no dialogue is linked to',
    ],
    ['cuộc đối thoại', 'dialogues'],
  ),
  one(
    'democracy.comments',
    ['opinions', 'document', 'period'],
    ['Văn bản công đoàn góp ý', 'Drafts commented'],
    ['Dự thảo văn bản, quy chế đã góp ý trong kỳ', 'Draft papers and regulations commented in the period'],
    ['văn bản', 'documents'],
  ),
  one(
    'democracy.programmes',
    ['opinions', 'document', 'period'],
    ['Chương trình, kế hoạch tham gia xây dựng', 'Programmes taken part in'],
    [
      'Chương trình, kế hoạch công đoàn tham gia xây dựng trong kỳ',
      'Programmes and plans the union took part in writing in the period',
    ],
    ['chương trình', 'programmes'],
  ),
  one(
    'democracy.meetings',
    event,
    ['Cuộc họp công đoàn tham gia quản lý', 'Management meetings attended'],
    [
      'Cuộc họp của cơ quan, hội đồng có công đoàn dự trong kỳ',
      'Meetings of the agency and councils attended',
    ],
    ['cuộc họp', 'meetings'],
  ),
  one(
    'democracy.supervisions',
    event,
    ['Giám sát của công đoàn', 'Supervisions'],
    [
      'Cuộc giám sát ghi trong kỳ, cộng hoạt động giám sát chưa gắn vào cuộc nào',
      'Supervisions recorded in the period, and events of supervision no entry is linked to',
    ],
    ['cuộc giám sát', 'supervisions'],
  ),
  one(
    'democracy.rights',
    ['opinions', 'case', 'period'],
    ['Việc bảo vệ quyền lợi', 'Rights protected'],
    [
      'Việc bảo vệ quyền lợi đoàn viên, người lao động ghi trong kỳ',
      'Work of protecting rights recorded in the period',
    ],
    ['việc', 'cases'],
  ),
  one(
    'democracy.labourInForce',
    ['opinions', 'document', 'asOf'],
    ['Thỏa ước lao động tập thể đang hiệu lực', 'Labour agreements in force'],
    ['Thỏa ước có hiệu lực trong ngày tính', 'Labour agreements in force on the day'],
    ['thỏa ước', 'labour agreements'],
  ),
  one(
    'democracy.regulations',
    ['opinions', 'document', 'asOf'],
    ['Quy chế dân chủ đang áp dụng', 'Regulations in force'],
    [
      'Quy chế thực hiện dân chủ còn hiệu lực trong ngày tính',
      'Regulations of democracy in force on the day',
    ],
    ['quy chế', 'regulations'],
  ),
] as const;
