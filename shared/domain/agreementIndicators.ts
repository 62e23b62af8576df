/** Figures of agreements: in force, commitments kept and missed, works and money delivered under them. */
import { one } from './indicator';

export const AGREEMENT_INDICATORS = [
  one(
    'agreements.inForce',
    ['agreements', 'agreement', 'asOf'],
    ['Quy chế phối hợp đang hiệu lực', 'Agreements in force'],
    [
      'Quy chế, chương trình đã ký, ngày tính nằm trong thời gian thực hiện và chưa tổng kết',
      'Agreements signed, whose period holds the day, without a closing review',
    ],
    ['quy chế', 'agreements'],
  ),
  one(
    'agreements.kept',
    ['agreements', 'commitment', 'period'],
    ['Cam kết phối hợp đã thực hiện', 'Commitments kept'],
    [
      'Cam kết có kết quả đạt chỉ tiêu hoặc ghi đã thực hiện trong kỳ; cam kết hằng năm tính mỗi năm một lần',
      'Commitments whose target was reached or that were marked as kept in the period; a yearly one once a year',
    ],
    ['cam kết', 'commitments'],
  ),
  one(
    'agreements.works',
    ['agreements', 'work', 'period'],
    ['Việc thực hiện quy chế phối hợp', 'Works under agreements'],
    [
      'Hoạt động, đợt quà, phiếu, khen thưởng, văn bản gắn với quy chế, ngày chắc chắn nằm trong kỳ',
      'Events, gifts, vouchers, awards and documents linked to agreements whose day surely lies in the period',
    ],
    ['việc', 'works'],
  ),
  one(
    'agreements.money',
    ['agreements', 'money', 'period'],
    ['Kinh phí thực hiện quy chế phối hợp', 'Money under agreements'],
    [
      'Số tiền của những việc gắn với quy chế; phiếu chi của việc đã tính thì không cộng thêm',
      'Money of what is linked to agreements; the voucher of something counted adds nothing',
    ],
    ['đồng', 'dong'],
  ),
] as const;
