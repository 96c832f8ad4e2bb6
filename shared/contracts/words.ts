/** All words of the contracts register: records, delegations, what the authority check says. */
import { amendmentWords } from './amendment-words.ts'
import { authorityWords } from './authority-words.ts'
import { delegationWords } from './delegation-words.ts'
import { contractRecordWords } from './record-words.ts'
import { revocationWords } from './revocation-words.ts'
import { viewWords } from './view-words.ts'
import { ruleWords } from './rule-words.ts'

export const contractWords = {
  'zh-CN': {
    ...contractRecordWords['zh-CN'],
    ...delegationWords['zh-CN'],
    ...authorityWords['zh-CN'],
    ...revocationWords['zh-CN'],
    ...viewWords['zh-CN'],
    ...ruleWords['zh-CN'],
    ...amendmentWords['zh-CN'],
  },
  en: {
    ...contractRecordWords.en,
    ...delegationWords.en,
    ...authorityWords.en,
    ...revocationWords.en,
    ...viewWords.en,
    ...ruleWords.en,
    ...amendmentWords.en,
  },
}
