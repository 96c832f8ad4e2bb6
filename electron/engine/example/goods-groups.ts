/** The example's groups of goods 物品分类, and the parts of the storeroom its bins lie in. */

const groups: readonly (readonly [group: string, families: readonly string[]])[] = [
  ['书写', ['中性笔', '圆珠笔', '白板笔', '记号笔']],
  ['纸张本册', ['复印纸', '便利贴', '笔记本']],
  ['文件收纳', ['文件夹', '档案盒']],
  ['桌面用品', ['订书钉', '订书机', '计算器', '胶带', '胶水', '剪刀']],
  ['数码耗材', ['硒鼓', '电池', 'U盘', '鼠标', '键盘']],
  ['保洁茶饮', ['纸巾', '洗手液', '垃圾袋', '一次性纸杯', '瓶装水', '茶叶']],
]

/** What belongs to none of them protects somebody. */
const rest = '劳保'

export const groupNames = [...groups.map(([group]) => group), rest]

export const groupOf = (family: string): string => groups.find(([, families]) => families.includes(family))?.[0] ?? rest

export const areas = { durable: 'B区', consumable: 'A区' } as const

/** Twenty bins to a shelf: `A区/01-03`. */
export const binOf = (index: number, durable: boolean): string => {
  const two = (count: number): string => count.toString().padStart(2, '0')
  return `${durable ? areas.durable : areas.consumable}/${two(Math.floor(index / 20) + 1)}-${two((index % 20) + 1)}`
}
