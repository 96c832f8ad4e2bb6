/** Names of what entries record and no form asks for; history shows them beside what it recorded. */
import { defineWords } from './words.ts'

export const recordedNames = defineWords(
  {
    'field.delegatorName': '授权人',
    'field.delegateName': '被授权人',
  },
  {
    'field.delegatorName': 'delegator',
    'field.delegateName': 'delegate',
  },
)
