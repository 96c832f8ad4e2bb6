/** What the request form says of who will have to approve, and of seals that cannot be taken out. */
import { defineWords } from '../../office/words.ts'

export const awaitedWords = defineWords(
  {
    'invalid.image-outside': '是图样章，没有实物可以带出；请选实物印章，或把方式改为“盖章”',
    'seals.awaited.title': '提交后由谁审批',
    'seals.awaited.later': '选好类别和印章后，这里显示提交后由谁审批。',
    'seals.awaited.asking': '{name}（申请人或代办人，不能自己批）',
    'seals.awaited.away': '{name}（外出中，无人代批）',
    'seals.awaited.stand-in': '{name}（外出中，由{other}代批）',
    'seals.awaited.asks': '{name}（外出中；代批人{other}是申请人或代办人，须另请代批人）',
    'seals.awaited.own-place': '{name}（外出中；代批人{other}在这一步批自己的一份，一人只算一次，须另请代批人）',
    'seals.awaited.do': '请外出人或人员管理员在“审批路线 · 外出代批”打开这次外出，另请一位代批人。',
    'seals.awaited.post': '{post} {names}',
  },
  {
    'invalid.image-outside':
      'is an image of a seal, of which nothing can leave the house; choose a physical seal, or seal here',
    'seals.awaited.title': 'Who will have to approve',
    'seals.awaited.later': 'Once category and seal are chosen, this shows who will have to approve.',
    'seals.awaited.asking': '{name} (asks, and cannot approve it)',
    'seals.awaited.away': '{name} (away, nobody stands in)',
    'seals.awaited.stand-in': '{name} (away, {other} stands in)',
    'seals.awaited.asks': '{name} (away; {other}, who stands in, asks for it: somebody else has to stand in)',
    'seals.awaited.own-place':
      '{name} (away; {other}, who stands in, has a place of their own in this step and counts once: somebody else has to stand in)',
    'seals.awaited.do':
      'The person away, or who keeps the people, opens the absence under “Approval routes · Absences” and names who stands in next.',
    'seals.awaited.post': '{post} {names}',
  },
)
