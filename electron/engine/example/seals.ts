/** The example's seal cabinet: twelve seals of the sizes such companies really have, with drawn specimens. */
import type { InputOf } from '../../../shared/api/operation.ts'
import type { Contract } from '../../../shared/api/contract.ts'
import type { Company } from './company.ts'
import type { Part } from './company-plan.ts'
import type { Dice } from './dice.ts'
import type { History } from './history.ts'
import { drawImpression } from './impressions.ts'

type Registered = InputOf<Contract['seals.register']>
type Planned = Pick<Registered, 'name' | 'shortName' | 'type' | 'scope'> &
  Required<Pick<Registered, 'code' | 'widthMm' | 'heightMm'>> & {
    shape: 'round' | 'oval' | 'square' | 'rectangle'
    material: string
    bottom: string
    custodian: Part
    isHighRisk?: boolean
    kind?: 'image'
  }

const company = '江南精工装备有限公司'
const round = (mm: number) => ({ shape: 'round', widthMm: mm, heightMm: mm }) as const

const planned: readonly Planned[] = [
  {
    code: 'GZ01',
    name: '公章',
    shortName: '公章',
    type: 'company',
    ...round(40),
    bottom: '',
    material: '铜',
    custodian: 'custodian',
    isHighRisk: true,
    scope: '公文、证明、授权委托书及法律、法规要求加盖公章的文件',
  },
  {
    code: 'HT01',
    name: '合同专用章',
    shortName: '合同章一',
    type: 'contract',
    ...round(42),
    bottom: '合同专用章',
    material: '橡胶',
    custodian: 'desk',
    scope: '各类合同、协议及其补充协议',
  },
  {
    code: 'HT02',
    name: '合同专用章（2）',
    shortName: '合同章二',
    type: 'contract',
    ...round(42),
    bottom: '合同专用章(2)',
    material: '橡胶',
    custodian: 'desk',
    scope: '销售合同及订单确认',
  },
  {
    code: 'CW01',
    name: '财务专用章',
    shortName: '财务章',
    type: 'finance',
    ...round(38),
    bottom: '财务专用章',
    material: '牛角',
    custodian: 'custodian',
    isHighRisk: true,
    scope: '银行票据、询证函、财务报表',
  },
  {
    code: 'FR01',
    name: '法定代表人章',
    shortName: '法人章',
    type: 'legal',
    shape: 'square',
    widthMm: 20,
    heightMm: 20,
    bottom: '',
    material: '牛角',
    custodian: 'custodian',
    isHighRisk: true,
    scope: '与公章或财务专用章并用',
  },
  {
    code: 'FP01',
    name: '发票专用章',
    shortName: '发票章',
    type: 'invoice',
    shape: 'oval',
    widthMm: 40,
    heightMm: 30,
    bottom: '发票专用章',
    material: '橡胶',
    custodian: 'custodian',
    scope: '发票、完税凭证',
  },
  {
    code: 'RS01',
    name: '人事专用章',
    shortName: '人事章',
    type: 'hr',
    ...round(38),
    bottom: '人事专用章',
    material: '橡胶',
    custodian: 'desk',
    scope: '劳动合同、在职及离职证明、社保文件',
  },
  {
    code: 'ZJ01',
    name: '质量检验专用章',
    shortName: '质检章',
    type: 'other',
    ...round(38),
    bottom: '质量检验专用章',
    material: '光敏',
    custodian: 'desk',
    scope: '出厂检验报告、合格证',
  },
  {
    code: 'BG01',
    name: '报关专用章',
    shortName: '报关章',
    type: 'other',
    shape: 'oval',
    widthMm: 45,
    heightMm: 30,
    bottom: '报关专用章',
    material: '光敏',
    custodian: 'desk',
    scope: '进出口报关单据',
  },
  {
    code: 'SH01',
    name: '收货专用章',
    shortName: '收货章',
    type: 'other',
    shape: 'rectangle',
    widthMm: 60,
    heightMm: 25,
    bottom: '收货专用章',
    material: '光敏',
    custodian: 'desk',
    scope: '送货单、收货回执',
  },
  {
    code: 'TY01',
    name: '合同专用章图样',
    shortName: '合同章图样',
    type: 'contract',
    ...round(42),
    bottom: '合同专用章',
    material: '',
    custodian: 'desk',
    kind: 'image',
    scope: '仅供预览排版，不作签署',
  },
  {
    code: 'GZ00',
    name: '公章（旧）',
    shortName: '旧公章',
    type: 'company',
    ...round(42),
    bottom: '',
    material: '木',
    custodian: 'custodian',
    isHighRisk: true,
    scope: '已停用，封存备查',
  },
]

export type Cabinet = Readonly<Record<string, string>>

/** Steps of entering the cabinet; answers the seals' ids by code. */
export const enterSeals = function* (
  history: History,
  dice: Dice,
  at: number,
  { by, administrator }: Company,
): Generator<undefined, Cabinet> {
  const ids: Record<string, string> = {}
  for (const { bottom, custodian, material, ...seal } of planned) {
    const isLegal = seal.type === 'legal'
    const title = isLegal ? '顾明远印' : company
    const data = drawImpression(seal.shape, { ...seal, title, bottom })
    const { id } = history.call(at, by.custodian, 'seals.register', {
      ...seal,
      ...(seal.kind === 'image' ? {} : { material, filingNumber: `3201${dice.whole(100_000_000, 999_999_999)}` }),
      inscription: isLegal ? title : `${company}${bottom}`,
      registrar: '某市公安局治安管理支队（示例）',
      engravedOn: '2021-04-12',
      activatedOn: '2021-04-20',
      owner: company,
      custodian: by[custodian].id,
      coCustodian: by[custodian === 'desk' ? 'custodian' : 'desk'].id,
      place: custodian === 'desk' ? '前台印章柜 A 格' : '综合管理部保险柜 B 格',
      rule: '《印章管理办法》第三章',
      impression: { mediaType: 'image/svg+xml', data },
    })
    ids[seal.code] = id
    yield
  }
  const retire = { seal: ids['GZ00'] ?? '', reason: '企业更名换章，旧章停用', approver: by.office.id }
  const retired = history.call(at, administrator, 'seals.retire', retire)
  const away = history.call(at, administrator, 'seals.sealAway', {
    ...retire,
    place: '综合管理部保险柜 C 格',
    keepUntil: '2028-12-31',
  })
  for (const { id } of [retired, away]) history.call(at, by.office, 'seals.confirm', { type: 'seal_life_act', id })
  yield
  return ids
}
