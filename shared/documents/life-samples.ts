/** Facts of a seal's life as a day at the desk makes them, for tests: names and numbers are invented. */
import type { Facts } from './facts.ts'
import type { SealDisposalFacts, SheetSeal } from './life-facts.ts'

const seal: SheetSeal = {
  code: 'GZ00',
  name: '公章（旧）',
  type: 'company',
  impression: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  width: 42,
  height: 42,
  shape: 'round',
  material: '铜',
  inscription: '华东某某精密机械股份有限公司',
  filingNumber: '3201000000001',
  registrar: '某市公安局治安管理支队',
  owner: '华东某某精密机械股份有限公司',
  engravedOn: '2019-03-04',
  activatedOn: '2019-03-11',
}

const sheet = {
  office: '华东某某精密机械股份有限公司',
  number: 'YZ-A-2026-0007',
  at: '2026-11-23 10:20',
  by: '陈立',
  desk: 'A',
  seal,
}
const reason = '企业更名，旧章按规定停用并销毁，新章已于同日启用，旧章封存期满无查用'

const destroyed: SealDisposalFacts = {
  form: 'seal-disposal',
  ...sheet,
  act: 'destroyed',
  on: '2026-11-23',
  from: 'sealed-away',
  status: 'destroyed',
  custodian: '㛃淑兰',
  reason,
  approver: '王建国',
  method: '机械粉碎后熔毁',
  witnesses: ['赵敏', '欧阳若曦', '李慕白'],
  receipt: 'JX-2026-0007',
}
const act = { ...destroyed, form: 'seal-activation' as const, act: 'activated', from: 'being-made', status: 'in-use' }

export const lifeSamples: [string, Facts][] = [
  ['seal-disposal', destroyed],
  [
    'seal-disposal of a sealed-away seal',
    {
      ...destroyed,
      act: 'sealed-away',
      from: 'retired',
      status: 'sealed-away',
      place: '保险柜',
      keepUntil: '2028-12-31',
    },
  ],
  ['seal-activation', { ...act, receivedBy: '陈立', place: '一号柜' }],
  [
    'seal-loss',
    {
      ...act,
      form: 'seal-loss',
      act: 'lost',
      from: 'out',
      status: 'lost',
      place: '昆山工厂',
      police: { receipt: '昆公（花）受案字〔2026〕1234号', on: '2026-11-23', station: '昆山市公安局花桥派出所' },
      notice: { newspaper: '扬子晚报', on: '2026-11-24', page: 'B08', receipt: 'YZ-20261124-018' },
      bank: { name: '工商银行昆山支行', on: '2026-11-24', receipt: '挂失回执 2026-0311' },
      replacement: '公章（GZ02）',
    },
  ],
  [
    'seal-handover',
    {
      form: 'seal-handover',
      ...sheet,
      number: 'JJ-A-2026-0003',
      from: '陈立',
      to: '赵敏',
      witness: '王建国',
      fromDesk: 'A',
      toDesk: 'B',
      reason,
      registers: ['用印登记簿（2026 年第一册）', '外带登记簿'],
      temporaryUntil: '2026-12-31',
      status: 'declined',
      answeredAt: '2026-11-23 11:00',
      answerReason: '正在休假',
    },
  ],
  [
    'seal-outing of a seal wider than its box',
    {
      form: 'seal-outing',
      ...sheet,
      seal: { ...seal, width: 60, height: 25, shape: 'rectangle' },
      number: 'WD-A-2026-0011',
      custodian: '陈立',
      taker: '欧阳若曦',
      escort: '赵敏',
      approver: '王建国',
      address: '苏州市公共资源交易中心三楼开标室',
      reason,
      documents: Array.from({ length: 12 }, (_, index) => `投标文件第 ${index + 1} 册`),
      request: 'YS-A-2026-0044',
      plannedOutAt: '2026-11-23 08:30',
      dueBackAt: '2026-11-23 18:00',
      status: 'returned',
      outAt: '2026-11-23 08:32',
      backAt: '2026-11-23 18:40',
      returnedTo: '㛃淑兰',
      isIntact: false,
      condition: '边缘有一处缺损',
    },
  ],
]
