/** Invented companies to do business with; brands are two thrown characters, so that no real firm is meant. */
import { makeCreditCode } from './credit-codes.ts'
import type { Dice } from './dice.ts'

export type Counterparty = { name: string; creditCode: string }

const places = [
  ['南京', '320102'],
  ['苏州', '320505'],
  ['无锡', '320211'],
  ['常州', '320404'],
  ['上海', '310115'],
  ['杭州', '330106'],
  ['宁波', '330203'],
  ['合肥', '340104'],
  ['武汉', '420111'],
  ['深圳', '440305'],
  ['青岛', '370211'],
  ['西安', '610113'],
] as const
const first = '澄沐岚栎霁砚榕汐昱珩朔琮旻楷沅'
const second = '禾驰朗桓越岳铎瀚弘晏梁舟杉翊垚'
const trades =
  '精密机械 自动化设备 电气 特种钢材 液压技术 轴承 仓储物流 信息技术 检测技术 包装材料 办公用品 建筑工程 人力资源 文化传播 环保科技 工业气体 模具 新材料'.split(
    ' ',
  )

export const makeCounterparties = (dice: Dice, count: number): Counterparty[] => {
  const taken = new Set<string>()
  while (taken.size < count) {
    const [place] = dice.pick(places)
    taken.add(`${place}${dice.pick([...first])}${dice.pick([...second])}${dice.pick(trades)}有限公司`)
  }
  return [...taken].map((name) => {
    const region = places.find(([place]) => name.startsWith(place))?.[1] ?? '320102'
    return { name, creditCode: makeCreditCode(dice, region) }
  })
}
