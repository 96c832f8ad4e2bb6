/** The office's key on screen: what is said where it is missing or wrong, and how the recovery sheet's is entered. */
import { defineWords } from './words.ts'

export const keyWords = defineWords(
  {
    'fault.key-missing': '这台电脑上没有（或读不出）这份数据的密钥。',
    'fault.key-missing.do':
      '密钥若在系统钥匙串里，请先解锁钥匙串，再重新打开印簿；否则请输入恢复单上的密钥。数据没有被改动。',
    'fault.recovery-key-unfit': '这串密钥打不开这份数据。',
    'fault.recovery-key-unfit.do':
      '请核对恢复单上的单位和日期，是不是这份数据的恢复单；逐组对照再试。若确实无误，就是数据文件已损坏，请从备份恢复。数据没有被改动。',
    'fault.empty-file': '数据文件是空的（0 字节），里面的记录不见了。',
    'fault.empty-file.do':
      '如果这里曾有记录，请从备份恢复 office.sqlite；确实从未用过的，请把这个空文件移走，再重新打开印簿。文件夹：{folder}',
    'invalid.recovery-key': '恢复密钥是 64 个字符，只有数字 0–9 和字母 a–f',
    'threshold.tried-again': '{time} 又试了一次，情况没有变。',
    'recovery.enter': '输入恢复密钥',
    'recovery.enter.hint': '照恢复单逐组输入，或整串粘贴；空格、大小写都不要紧。',
    'recovery.count': '{count} / 64 个字符',
    'recovery.bad-group': '第 {group} 组里有不该出现的字符',
    'recovery.too-long': '多了 {count} 个字符',
    'recovery.do': '核对并打开',
    'recovery.doing': '核对中…',
    'recovery.print': '存为可打印的 PDF…',
  },
  {
    'fault.key-missing': 'This computer does not have (or cannot read) the key of this data.',
    'fault.key-missing.do':
      'If the key is in the system’s key ring, unlock that and open Sealbook again; otherwise type the key on the recovery sheet. Nothing was changed in the data.',
    'fault.recovery-key-unfit': 'This key does not open this data.',
    'fault.recovery-key-unfit.do':
      'See whether the company and the date on the sheet are those of this data, and compare group by group. If it is surely the right one, the file is damaged: restore a backup. Nothing was changed in the data.',
    'fault.empty-file': 'The data file is empty (0 bytes); what was recorded in it is gone.',
    'fault.empty-file.do':
      'If there were records here, restore office.sqlite from a backup; if it was never used, move the empty file away and open Sealbook again. Folder: {folder}',
    'invalid.recovery-key': 'a recovery key has 64 characters, figures 0–9 and letters a–f only',
    'threshold.tried-again': 'Tried again at {time}; nothing has changed.',
    'recovery.enter': 'Recovery key',
    'recovery.enter.hint': 'Type it group by group from the sheet, or paste it; spaces and capitals do not matter.',
    'recovery.count': '{count} / 64 characters',
    'recovery.bad-group': 'group {group} has a character that no key has',
    'recovery.too-long': '{count} characters too many',
    'recovery.do': 'Check it and open',
    'recovery.doing': 'Checking…',
    'recovery.print': 'Save as a PDF to print…',
  },
)
