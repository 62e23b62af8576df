/** What a letter of thanks (thư cảm ơn) says, with the fields of its Word template in braces. */
export const THANKS = [
  'Thay mặt toàn thể đoàn viên, viên chức và người lao động {co_quan}, Ban Chấp hành {ten_cong_doan} xin gửi tới {xung_ho} lời cảm ơn chân thành và lời chúc sức khỏe, hạnh phúc, thành công.',
  '{dip}, {xung_ho} đã trao tặng chương trình “{chuong_trinh_nhan}” {dong_gop}. Toàn bộ đã được {da_dung}.',
  'Món quà không chỉ là sự sẻ chia về vật chất mà còn là nguồn động viên để chúng tôi thêm vững tâm làm tốt công việc của mình. Chúng tôi mong tiếp tục nhận được sự đồng hành của {xung_ho} trong những năm tới.',
  'Trân trọng cảm ơn!',
] as const;
