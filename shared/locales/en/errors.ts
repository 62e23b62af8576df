import type { Same } from '../index';
import type { errors as vi } from '../vi/errors';

export const errors = {
  INTERNAL:
    'This could not be done because the program failed. The register is unchanged. Try again; if it stays so, send the code to support.',
  UNKNOWN_OPERATION: 'This version of the program cannot do that. Close the window and open it again.',
  INVALID_INPUT: 'Not saved: something is not written as it should be. Look at the marked places, then save.',
  INPUT_TOO_LARGE: 'Not sent: the content is too long. Split it and do it in parts.',
  FORBIDDEN: 'This user may not do that. Ask the chair of the union for the right.',
  NOT_LOGGED_IN: 'Nobody is logged in. Choose a name and type the password to open the book.',
  LOCKED: 'The screen is locked. Type the password to go on; nothing has changed.',
  LOGIN_REFUSED: 'The password is not right. Check Caps Lock and the input method, then type it again.',
  LOGIN_WAIT: 'Wrong several times. Wait {{seconds}} seconds, then type it again.',
  RECOVERY_REFUSED:
    'The recovery code is not right or was used before. Look at the newest sheet and type it again.',
  FIRST_CHAIR: 'The first user must be the chair. Choose the role Chair for this person.',
  LAST_CHAIR: 'This is the only chair. Add another user with the role Chair first.',
  NO_USERS: 'There are no users yet. Add one before making a recovery sheet.',
  NOT_FOUND: 'This record is no longer there. It may be in the trash. Open the list again to see.',
  VERSION_CONFLICT:
    'The record was just changed in another window. Look at the new version and write what is needed; what was typed is kept.',
  DUPLICATE: 'This name is already in the register. Open the existing one, or write another name.',
  IN_USE: 'Not removed: it is in use. Move the records that belong to it elsewhere first.',
  CLOSED: 'This is closed and cannot be changed. Open it first.',
  CANCELLED: 'Stopped as asked. The register is unchanged.',
  BUSY: 'The register is busy with something else. Wait a moment and try again.',
  JOB_TOO_HEAVY:
    'This file or task needs more memory than is allowed, so it was stopped; stored data is unchanged. Split the file and try again.',
  JOB_TOO_LONG:
    'This task did not come to an end, so it was stopped; stored data is unchanged. Check the file or split it and try again.',
  SHUTTING_DOWN: 'The register is closing, so nothing was written. Open the program again and continue.',
  NO_STORE: 'No register is open. Close the program and open it again.',
  DISK_FULL: 'Not written: the disk is nearly full. Make room and try again. The register is unchanged.',
  DISK_FAILED:
    'Not written: the disk does not answer. Look at the disk, its cable or the connection to the place and try again. What was saved is still there.',
  READ_ONLY: 'Not written: the place can only be read. Look at the rights of the data folder and try again.',
  DATE_INVALID: 'This date is not in the calendar. Write it again, or only month and year if unsure.',
  DATE_ORDER: 'The end is before the start. Look at both dates.',
  HOLIDAY_OTHER_YEAR:
    'This day is not of the year, or over 7 days from the first day of Tet. Look at it again.',
  HOLIDAY_NOT_BESIDE: 'The day off beside National Day is 1 or 3 September. Choose one of them.',
  SWAP_ON_WEEKEND: 'This day is a weekend day already. Enter the weekday that is off.',
  SWAP_NOT_WEEKEND: 'The day worked must be a Saturday or Sunday. Look at it again.',
  COUNT_OVER_DENOMINATOR:
    'The count is larger than the number it is compared with. Correct it or change the day of the list.',
  DENOMINATOR_DATE_REQUIRED:
    'The day of the number compared with is missing. Write the day of the list, then save.',
  FIGURE_VALUE:
    'Write a number, or the words of the source when it gives none. Counts are whole; a rate is at most 100%.',
  FIGURE_TWICE: 'This period already has a typed value for this figure. Open that one to change it.',
  DENOMINATOR_UNIT:
    'Only members can be compared with a number of members. Change the unit or leave the comparison out.',
  QUORUM_SHARE: 'Write an own threshold as two numbers, the first not above the second, such as 3/4.',
  ATTENDEE_PERSON: 'Choose a member, or write the name of somebody from outside.',
  ATTENDEE_TWICE: 'This person is in the group already. Edit that line, or choose somebody else.',
  INSPECTION_PLAN: 'There is a plan for {{year}} already. Open it to change it.',
  INSPECTION_TOPIC: 'This kind of session belongs to the other line of work. Choose another.',
  INSPECTION_PERSON: 'Each person is a member or a name. Put the empty line right.',
  INSPECTION_OWNER: 'Choose one to mend it: a member, a unit, or a name.',
  INSPECTION_FUTURE: 'This day is still to come. Enter the day it was done.',
  FOLLOW_UP_OWNER: 'Choose exactly one owner: a member, a unit, or somebody by name.',
  FOLLOW_UP_DONE_ON: 'The day it was done is after today. Write the day it was done.',
  AGREEMENT_CIRCLE: 'An agreement cannot follow itself. Choose another one before it.',
  AGREEMENT_DROP: 'A commitment that was given up needs both the day and the reason.',
  AGREEMENT_TARGET: 'A commitment followed in words has no target figure. Measure it by count or by money.',
  AGREEMENT_PROGRESS: 'Write a figure, a result in words, or mark it as kept.',
  AGREEMENT_DELIVERY: 'Write what was done and the day, or choose a record of the register.',
  AGREEMENT_SCORE: 'The highest score of this scale is {{most}}. Correct the score.',
  AGREEMENT_STATED:
    'What is recorded does not bear this. “Over” needs a larger sum or a row that says “over”; “nearly” and “about” must be within 5%.',
  CARD_TAKEN:
    'Card number {{value}} belongs to {{name}} ({{year}}). Look at the number, or open that record to correct it.',
  ID_TAKEN:
    'ID number {{value}} belongs to {{name}} ({{year}}). Look at the number, or open that record to correct it.',
  LIST_REASON: 'Say why the list is taken again (somebody left out, for one), then take it.',
  NUMBER_TAKEN: 'This number is already used this year. Write another.',
  FILE_TOKEN_UNKNOWN: 'The chosen file is not there any more. Choose it again.',
  FILE_EMPTY: 'The file could not be read. It has no rows. Choose another file. The register is unchanged.',
  FILE_ENCRYPTED:
    'The file could not be read. It has a password. Remove the password in Excel and choose it again. The register is unchanged.',
  FILE_BROKEN:
    'The file could not be read. It is damaged or of another kind. Open it in Excel, save it and choose it again. The register is unchanged.',
  FILE_TOO_LARGE:
    'The file could not be read: it is too large. Remove sheets or pictures and choose it again. The register is unchanged.',
  FILE_NOT_TABLE:
    'The file could not be read. There is no table in it. Choose another list. The register is unchanged.',
  FILE_NO_PEOPLE:
    'There is no column of names in the file. Choose another sheet or file. The register is unchanged.',
  IMPORT_STALE:
    'The register has changed since the preview. Go back and preview again, then write; nothing was changed.',
  FILE_BLANK: 'The file “{{name}}” holds nothing (0 bytes). Choose another. The register is unchanged.',
  FILE_LIMIT:
    'The file “{{name}}” has {{size}} MB, over the {{limit}} MB for one file. Make the picture smaller or scan it at a lower resolution, then attach it again. The register is unchanged.',
  FILE_KIND:
    'The file “{{name}}” is not of a kind that is kept as evidence. Pictures, PDF, Word, Excel, PowerPoint, text, sound, film and zip files are; programs and files with macros are not. The register is unchanged.',
  FILE_MISSING:
    'The file “{{name}}” is neither in the data folder nor in the copies. Put the “files” folder back from a copy kept elsewhere, or attach the original again.',
  FILE_ALTERED:
    'The file “{{name}}” in the data folder was changed: it is not what was attached, and the copies do not hold the old one. Attach the original again.',
  DOCX_OLD:
    'The template could not be read. It is an old Word file (.doc) or has a password. Open it in Word, remove the password, save it as .docx and choose it again. The template in use is unchanged.',
  DOCX_NOT_WORD:
    'The template could not be read. It is not a Word file (.docx). Choose another. The template in use is unchanged.',
  REPORT_CLOSED: 'The report has been issued. Open it again first.',
  DOCX_BROKEN:
    'The template could not be read. The Word file is damaged. Open it in Word, save it under another name and choose that. The template in use is unchanged.',
  DOCX_TOO_LARGE:
    'The template could not be read. Unpacked it is too large. Take pictures out and choose it again. The template in use is unchanged.',
  DOCX_UNSAFE:
    'The template carries macros or embedded files and is not used. In Word, save it as .docx (not .docm), take the embedded files out and choose it again. The template in use is unchanged.',
  DOCX_EXTERNAL:
    'The template points at a picture or file somewhere else, which would be missing in print. Paste the picture itself and choose it again. The template in use is unchanged.',
  DOCX_TAGS:
    'The template has {{count}} places to put right and cannot be used yet. The first: {{tag}}. The template in use is unchanged.',
  FILE_IN_USE:
    'The file was not written. It is open in another program. Close it there, or save under another name.',
  IMPORT_NAMELESS:
    'A row without a name cannot become a new person; choose somebody in the register or skip the row.',
  IMPORT_NOT_READY: 'The file has not been read to its end. Wait for it, then continue.',
  IMPORT_UNDECIDED: 'Some suspect rows are not decided. Decide them all, then write to the register.',
  IMPORT_UNDO_BLOCKED:
    'The import could not be undone because records were changed after it. Look at those first.',
  CERTIFICATE_VOID:
    'This certificate is void and is not printed again. Issue a new one, or print the file copy marked as void.',
  CERTIFICATE_IN_FORCE:
    'This certificate is in force. The copy marked as void is printed for void certificates only.',
  DECISION_DRAFT:
    'The decision has not been issued, so there is no certificate to make void or to issue again. Issue the decision first.',
  NOTHING_TO_PRINT: 'There is nothing to print. Choose at least one row.',
  TEXT_OVERFLOW:
    'Not printed: a text is longer than its field even when shrunk. Widen the field or allow two lines.',
  SCORE_OVER_MAX: 'The score is over the maximum of the criterion. Correct it.',
  SCORE_NEEDS_EVIDENCE:
    'Criterion {{code}} has no evidence, so it can be given {{cap}} points at most. Attach evidence, then give full points.',
  SCORE_FROM_HALVES: 'The year is computed from its two halves. Score it in the tables of the halves.',
  REVERT_CHANGED:
    'This field was changed again after that, so it was not taken back. Look at its latest change and take that back.',
  REVERT_NONE: 'This field is already as it was before that change.',
  POST_PLACE: 'The post was not saved. Choose one committee or one group for it.',
  POST_PERSON: 'The post was not saved. Choose a member, or write the name of a person from outside.',
  POST_TWICE:
    'This person already holds “{{title}}” there at the same time. End that post first, or correct the dates.',
  ORG_NOT_OPEN:
    '{{name}} is not open on {{date}}. Choose another one or change the day. Nothing was changed.',
  ORG_CLOSED_LATER:
    '{{name}} is closed from {{date}} by a change already recorded. Undo that change first, or choose another one. Nothing was changed.',
  ORG_CYCLE: '{{name}} cannot go under {{parent}}, which stands inside it. Choose another one.',
  ORG_KIND:
    '{{name}} is of another kind and cannot take it in. Groups stand in sections, departments go with departments. Choose another one.',
  ORG_TARGET_NEEDED: 'There are still {{count}} members in {{name}}. Choose where they go, then save.',
  ORG_NOT_INSIDE: 'Someone, or a part, is not in {{name}} on that day or was chosen twice. Check the parts.',
  ORG_NOTHING: 'Nothing differs from that day. Enter what is to change, then save.',
  ORG_LATER_CHANGE:
    'This cannot be undone because the change of {{date}} builds on it. Undo the change of {{date}} first. Nothing was changed.',
  CLASS_TAKEN: '{{name}} already has a class for {{year}}. Open that row to correct it.',
  BACKUP_FAILED:
    'The copy could not be made. See that the disk has room and the folder can be written, then copy again.',
  COPY_FOREIGN: 'This file is not a copy of the register. Choose a file whose name ends in .sod.',
  COPY_BROKEN: 'This copy is damaged or cut short and cannot be used. Choose another. Nothing has changed.',
  COPY_NEWER:
    'This copy was made by a newer version of the program. Install it first; the file is unchanged.',
  PASSPHRASE_NEEDED: 'This copy is locked. Type the passphrase set when it was made.',
  PASSPHRASE_WRONG:
    'The passphrase is not right. Check capitals, accents and the keyboard. Nothing has changed.',
  PASSPHRASE_SHORT: 'The passphrase needs at least 8 characters.',
  PLACE_MISSING: 'The second place for copies is not there. Plug in the stick or disk, then copy now.',
  PLACE_READ_ONLY:
    'The second place for copies cannot be written. Check the stick’s switch or choose another folder.',
  PLACE_FULL: 'The second place for copies is full. Clear it or choose a larger stick, then copy again.',
  BACKUP_NOT_VALID: 'This copy cannot be opened. Choose another. The register is unchanged.',
  SPOUSE_MISSING:
    'Not saved: there is no spouse yet. Choose a member, or write the name of somebody outside the union.',
  SPOUSE_SELF: 'Not saved: the spouse is this member. Choose somebody else.',
  SPOUSE_TAKEN: '{{name}} is married to {{spouse}}. Record the end of that marriage first, then save again.',
  CHILD_RECORDED:
    '{{name}} ({{year}}) is recorded as a child of {{parent}}. Open that record to add the other parent; each child is recorded once.',
  CHILD_SELF: 'Not saved: nobody is their own child. Choose another record.',
  MERGE_SELF: 'Not merged: both sides are one record. Choose two different records.',
  MERGE_MARRIED:
    'Not merged: these two are recorded as married to each other, or as parent and child. Correct the family first. Nothing has changed.',
  MERGE_HOUSEHOLD:
    'Not merged: the two records have different spouses. Choose the household to keep, then merge again.',
  UNMERGE_BLOCKED: 'Not taken apart. Open Duplicate records, Merged, to see the reason; nothing has changed.',
  STORE_NEWER:
    'This register was written by a newer version of the program. Install that version to open it; the file is unchanged.',
  STORE_DAMAGED:
    'The register file is partly damaged. Open the program again to choose a copy; the damaged file is kept.',
  PARTY_OPEN_FILE:
    'This person already has an unfinished Party development file. Open that one, or stop it before opening another.',
  PARTY_LAST_STEP: 'A file needs at least one step. If it was opened by mistake, move it to the trash.',
  PARTY_CLASS: 'The class must be one on political theory. Check its type under Events.',
  CONSENT_WITHDRAWN: 'This person withdrew the consent to this use. See the data requests of the record.',
  FIELD_OFF:
    'This field is switched off, so it cannot be used. Switch it on under Settings, Private fields, with a purpose. Nothing was changed.',
  PURPOSE_REQUIRED:
    'Not switched on: no purpose is given. Write what the information is used for, then switch it on.',
  FILE_NOT_PICTURE:
    'The picture was not taken: the file is not a JPEG or PNG picture, or is broken. Choose another one. Nothing was changed.',
  CHOICES_REQUIRED: 'Not saved: there is nothing to choose from. Write at least one value.',
  EXPORT_PURPOSE:
    'The file was not made: it has private columns and no purpose. Write what the file is for, or take the private columns out.',
  TOO_MANY_TO_PRINT:
    'The file was not made. The list has {{count}} people; one printed file holds {{most}}. Filter the list or export to Excel.',
  ANONYMISE_REFUSED:
    '{{name}} cannot be made anonymous: the time has not passed, the person is still a member, or it is already done. Take that person out. Nothing was changed.',
  ANONYMISE_CONFIRM:
    'Nobody was made anonymous: the number typed is not {{count}}. Type that number. Nothing was changed.',
  MOVE_SAME_PLACE: 'Choose a place to go to that is not the place it comes from.',
  PERIOD_CLOSED:
    'Not recorded because the fund’s book is closed up to {{day}}. Record a correction on a later day, or reopen the period under Closings. Nothing has changed.',
  PERIOD_DRAFTS:
    'Not closed because {{count}} drafts are left in the period. Number or remove them, then close again.',
  PERIOD_FUTURE: 'Not closed because the period has not ended yet. Close it after {{day}}.',
  CLOSING_KEPT:
    'Not reopened because the period is open already, or a later one is closed. Reopen the latest one first.',
  VOUCHER_KEPT:
    'A numbered voucher stays in the book and cannot be removed. Cancel it with a reason; its number stays.',
  VOUCHER_NUMBER_GAP:
    'Not numbered because the number does not follow the one before. Number it again. Nothing has changed.',
  VOUCHER_BEFORE_OPENING:
    'The date is before the first day of the fund ({{day}}). Enter another date, or change the day of the fund’s opening balance.',
  NOBODY_IN_POST:
    'Nobody is recorded in these posts on the day of the event. Record the posts under Organisation, or add people one by one.',
  NOBODY_CAME:
    'No certificate was given: nobody is recorded as having come, or all have theirs. Record who came first.',
  COUNT_SOURCE: 'Say where this figure comes from (which report, list or minutes), then save.',
  COUNT_EMPTY: 'Enter the number of people, or the words of the report such as “hundreds”.',
  CONTEST_PART_USED:
    'This round or content is used by entries and was not taken away. Move them to another one first.',
  ENTRY_NAME: 'Name the team, unit or work; choose a participant from the register or type the name.',
  NO_PRIZES: 'No prize is recorded in this contest. Record prizes with the entries first.',
  NO_AWARD_FORM: 'The catalogue has no form of award of the unit. Add one under Forms of award.',
  ENTRY_TWICE: 'One person is named twice in this entry. Take one name off.',
  PRIZE_NAME: 'A prize of its own needs a name. Enter it, then save.',
  VOUCHER_CATEGORY:
    'The category does not fit this kind of voucher or is not in force on that day. Choose another one.',
  VOUCHER_MOVE:
    'This voucher is half of a move of money (the other half is {{code}}). Cancelling it cancels both; then move the money again.',
  VOUCHER_SERIES: 'A numbered voucher keeps its fund, kind and year. Cancel it and record a new one.',
  VOUCHER_CANCELLED: 'This voucher is cancelled and cannot be changed. Record a new one.',
  VOUCHER_DRAFT: 'This voucher has no number yet. Change the draft itself, or number it first.',
  VOUCHER_SAME: 'The new amount equals the old one, so there is nothing to correct.',
  WELFARE_LISTED: 'The list of this campaign is closed. Open it again to change it.',
  WELFARE_EMPTY: 'Nobody is on the list. Add recipients, then close it.',
  WELFARE_PAID: 'This campaign has payment {{codes}} already. Cancel or unlink it before recording another.',
  WELFARE_UNSETTLED:
    'Not settled yet: {{unsigned}} gifts not signed for, sources differ by {{difference}} VND, vouchers or explanations: {{papers}}. Complete them and settle again.',
  WELFARE_COUNT_ONLY: 'This campaign is only a count, without a list. Make one with a list to add people.',
  CARE_PERSON: 'It is not clear who is visited or helped. Choose a member, a department, or type a name.',
  CARE_AGAIN:
    'This person was visited for this reason on {{day}} (slip {{code}}). Write why again, then save.',
  CARE_PAID: 'A visit already has a payment voucher ({{code}}). Leave it out, then make the voucher.',
  AWARD_DRAFT: 'The decision is still a draft. Issue it, then make the voucher.',
  AWARD_NO_MONEY: 'The decision has no award money. Enter the sums, then make the voucher.',
  OPINION_SOURCE:
    'Give a name when a person sent it, choose a department when a group did, and leave both empty when it is anonymous.',
  OPINION_SENT: 'Tell both to whom and when it was sent, or leave both empty.',
  OPINION_ANSWERED: 'The day of the answer cannot be after today.',
  OPINIONS_TAKEN: 'No more opinions can be taken over than were given.',
  CONFERENCE_HELD:
    'Give the day and the people when the conference was held; leave them empty when it was not.',
  CONFERENCE_PRESENT: 'No more people can be present than were invited.',
  CONFERENCE_YEAR: 'The day must lie in the year of the conference, or in the first half of the next one.',
  AWARD_PAID: 'The award money of this decision already has a payment voucher ({{code}}). Open it to see.',
  CARE_NO_MONEY: 'The visits chosen gave no cash, so there is nothing to pay.',
  WELFARE_COUNT_SOURCE: 'Give the number of gifts (or words such as “hundreds of”) and where it comes from.',
  VOTES_MORE: 'There are more votes in favour than people who voted.',
  NOTHING_APPROVED: 'No approved proposal is left that is not in a decision.',
  REASON_REQUIRED: 'Give the reason.',
  DUES_RATE: 'Give the percentage, or the fixed amount, of the rate.',
  DUES_LINE:
    'Each line needs a member, or a department with the number of people; a person stands once in a month.',
  DUES_FUTURE: 'This month is too far from the day of the collection. Check the month.',
  GIFT_BOOKED:
    'This amount is in a receipt. Put it right with a further entry, or take the receipt back before it is printed.',
  DRIVE_GIFT: 'Give who gave and the amount; for a department also the number of people.',
  DONOR_GIFT: 'Give the amount of money, or the name of the goods.',
  NOTHING_TO_BOOK: 'Everything is in the cash book.',
  EARMARK_TWICE: 'This payment is counted for a purpose already. Choose another one or leave it empty.',
  LAYOUT_BROKEN:
    'The layout was not taken. This is not a layout of this program, or it is damaged. Save it again on the computer that made it.',
  LAYOUT_LARGE:
    'The layout was not taken. It has more shapes than the program can draw. Remove some and save it again.',
  LAYOUT_DEEP:
    'The layout was not taken. Its groups lie too deep inside one another. Take the groups apart and save it again.',
  LAYOUT_KIND:
    'The layout was not taken. Item “{{item}}” is of the kind “{{what}}”, which the program does not know. A newer version may have made it.',
  LAYOUT_VALUE:
    'The layout was not taken. “{{what}}” of item “{{item}}” is missing, out of range or not a number. Correct it and try again.',
  LAYOUT_PATH:
    'The layout was not taken. The drawing of item “{{item}}” cannot be read. Save it again on the computer that made it.',
  LAYOUT_FONT:
    'The layout was not taken. Item “{{item}}” uses the font “{{what}}”, which the program does not have. Choose another font and save it again.',
  LAYOUT_COLOUR:
    'The layout was not taken. The colour “{{what}}” of item “{{item}}” is not one. Colours are written with six digits, as #B5121B.',
  LAYOUT_FIELD:
    'The layout was not taken. Item “{{item}}” asks for “{{what}}”, which the register does not have. Choose a field from the list.',
  LAYOUT_LOOP:
    'The layout was not taken. The shape “{{item}}” is missing or contains itself. Save it again on the computer that made it.',
  LAYOUT_TWICE: 'The layout was not taken. Two items bear the code “{{item}}”. Change one and try again.',
  LAYOUT_PICTURE:
    'The layout was not taken. The picture of item “{{item}}” is not included, or is neither PNG nor JPEG. Save the layout again with its pictures.',
  LAYOUT_HASH:
    'The layout was not taken. The content was changed after it was saved and does not match its check sum. Ask for the original.',
  TARGET_YEAR: 'Years of a target must lie in the term {{from}}–{{to}}, each told once. Correct the year.',
  TARGET_PERCENT:
    'A percentage takes a figure that is a rate and is at most 100%; a count takes a figure that counts. Choose another way or figure.',
  TARGET_FUTURE: 'Results cannot be entered for a day still to come. Write today or an earlier day.',
  TARGET_PART: 'Write both the part and the whole; the part cannot be larger than the whole.',
  PLAN_DAY: 'This day is not in the month of the item. Change the day or the month.',
  PLAN_DONE_ON: 'The day it was done is still to come. Write today or an earlier day.',
  PLAN_STEP: 'The program has no such page. Choose another kind of event, occasion or page.',
  DOCUMENT_GAP:
    'This number would leave a gap before it. The next is {{next}}; to keep a number for later, choose “Keep the number”.',
  DOCUMENT_BETWEEN:
    'No number can be put in between. The unit does not allow it, or no earlier day has a number. Take the next one.',
  DOCUMENT_SERIES:
    'This day or this type belongs to another row of numbers, and a number that was given stays. Void it and enter the paper again.',
  DOCUMENT_SUBJECT: 'Write what the paper is about, or choose to keep the number only.',
  DOCUMENT_VOID: 'This number is void. Take that back before you change it.',
  DOCUMENT_ANSWER: 'The answer must be an outgoing paper that is not void. Choose another.',
} as const satisfies Same<typeof vi>;
