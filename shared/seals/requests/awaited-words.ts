/** What the request form says of who will have to approve. */
import { defineWords } from '../../office/words.ts'

export const awaitedWords = defineWords(
  {
    'seals.awaited.title': '提交后由谁审批',
    'seals.awaited.later': '选好印章后，这里显示提交后由谁审批。',
    'seals.awaited.asking': '{name}（申请人或代办人，不能自己批）',
    'seals.awaited.away': '{name}（外出中，无人代批）',
    'seals.awaited.stand-in': '{name}（外出中，由{other}代批）',
    'seals.awaited.post': '{post}（{names}）',
  },
  {
    'seals.awaited.title': 'Who will have to approve',
    'seals.awaited.later': 'Once a seal is chosen, this shows who will have to approve.',
    'seals.awaited.asking': '{name} (asks, and cannot approve it)',
    'seals.awaited.away': '{name} (away, nobody stands in)',
    'seals.awaited.stand-in': '{name} (away, {other} stands in)',
    'seals.awaited.post': '{post} ({names})',
  },
)
