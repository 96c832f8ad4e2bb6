/** What the proof of the journal may find, worded; `where` stands behind it. A missing kind does not compile. */
import { defineWords } from './words.ts'

/** Kinds of what `office.verify` finds in the journal and its rows; files have theirs beside the attachments. */
export const findingKinds = [
  'key',
  'hash',
  'body',
  'gap',
  'checkpoint',
  'unsigned-tail',
  'row',
  'row-without-entry',
  'balance',
  'exception',
  'search',
] as const
export type FindingKind = (typeof findingKinds)[number]

export const findingWords = defineWords(
  {
    'proof.key': '工位公钥与工位标识不符',
    'proof.hash': '记录的哈希链不符（改动、删除或换位）',
    'proof.body': '记录的内容与其摘要不符',
    'proof.gap': '记录的序号有缺口',
    'proof.checkpoint': '签名检查点不符或签名无效',
    'proof.unsigned-tail': '末尾的记录没有签名',
    'proof.row': '登记簿中的行与日志重算的结果不符',
    'proof.row-without-entry': '登记簿中的行在日志里没有来源',
    'proof.balance': '余额或计数与日志重算的结果不符',
    'proof.exception': '异常登记与日志重算的结果不符',
    'proof.search': '搜索索引与日志不符',
  } satisfies Record<`proof.${FindingKind}`, string>,
  {
    'proof.key': 'a desk’s key does not fit its name',
    'proof.hash': 'the hash chain does not hold (an entry was changed, dropped or moved)',
    'proof.body': 'an entry’s content does not fit its digest',
    'proof.gap': 'a gap in the numbers of entries',
    'proof.checkpoint': 'a checkpoint does not fit, or its signature is invalid',
    'proof.unsigned-tail': 'the last entries are not signed',
    'proof.row': 'a row is not what the journal makes of it',
    'proof.row-without-entry': 'a row that no entry stands behind',
    'proof.balance': 'a balance or count is not what the journal makes of it',
    'proof.exception': 'an exception is not what the journal makes of it',
    'proof.search': 'the search index is not what the journal makes of it',
  },
)
