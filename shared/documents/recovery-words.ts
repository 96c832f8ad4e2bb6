/** What stands on the recovery sheet. */
import { defineWords } from '../office/words.ts'

export const recoveryWords = defineWords(
  {
    'documents.recovery.title': '恢复单',
    'documents.recovery.office': '单位',
    'documents.recovery.desk': '工位',
    'documents.recovery.desk-text': '{letter} · {name}（{fingerprint}）',
    'documents.recovery.made': '制单时间',
    'documents.recovery.key': '恢复密钥（从左到右、从上到下，共 16 组）',
    'documents.recovery.use':
      '用法：换电脑、重装系统或钥匙串丢失后，印簿打开数据时会请您输入恢复密钥。逐组照此输入，或用扫码枪扫右侧的码。',
    'documents.recovery.care':
      '保管：谁持有这张纸和数据文件，谁就能读出全部记录。请装入信封密封，与电脑和备份分开存放，专人保管；没有它，任何人（包括软件作者）都无法恢复数据。',
    'documents.recovery.kept': '保管人签字：　　　　　　　　　存放地点：　　　　　　　　　　　　年　　月　　日',
  },
  {
    'documents.recovery.title': 'Recovery sheet',
    'documents.recovery.office': 'Company',
    'documents.recovery.desk': 'Desk',
    'documents.recovery.desk-text': '{letter} · {name} ({fingerprint})',
    'documents.recovery.made': 'Made at',
    'documents.recovery.key': 'Recovery key (left to right, top to bottom, 16 groups)',
    'documents.recovery.use':
      'Use: on another computer, after a new installation, or when the key ring was lost, Sealbook asks for the recovery key when it opens the data. Type it group by group, or scan the code on the right.',
    'documents.recovery.care':
      'Keep: whoever holds this paper and the data file can read every record. Seal it in an envelope, apart from the computer and its backups, with one person answerable for it. Without it nobody, not even the makers of Sealbook, can open the data.',
    'documents.recovery.kept':
      'Kept by (signature):                              Place:                              Date:',
  },
)
