/** The words of what an item may say beyond its name and units. */
import { defineWords } from '../office/words.ts'

export const itemWords = defineWords(
  {
    'field.group': '物品分类',
    'field.lots': '批次/有效期',
    'field.suppliers': '供应商与报价',
    'field.leadDays': '供货天数',
    'field.quotaRules': '定额规则',
    'field.picture': '图片',
    'field.per': '按谁',
    'field.measure': '按什么',
    'field.from': '并入他物的物品',
    'field.into': '保留的物品',
    'kind.item.merged': '并入另一物品',
    'fault.item-merged': '“{item}”已并入“{into}”。请改用后者。',
    'fault.two-barcodes': '扫到连在一起的两个条码：{first} 和 {second}（{items}）。都没有加入，请逐个再扫。',
    'fault.merge-same': '“{item}”不能与自己合并。',
    'fault.merge-unit-differs': '“{item}”的基本单位是{unit}，“{into}”是{intoUnit}，数量对不上，不能合并。',
    'fault.merge-oversold': '“{item}”在{location}为 {quantity} {unit}（超发）。请先处理超发，再合并。',
  },
  {
    'field.group': 'Group',
    'field.lots': 'Lots and expiry',
    'field.suppliers': 'Suppliers and prices',
    'field.leadDays': 'Days of delivery',
    'field.quotaRules': 'Quota rules',
    'field.picture': 'Picture',
    'field.per': 'For whom',
    'field.measure': 'By what',
    'field.from': 'Item to merge',
    'field.into': 'Item to keep',
    'kind.item.merged': 'Merged into another item',
    'fault.item-merged': '“{item}” was merged into “{into}”. Use that one.',
    'fault.two-barcodes':
      'Two barcodes came as one: {first} and {second} ({items}). Neither was taken; scan them one by one.',
    'fault.merge-same': '“{item}” cannot be merged with itself.',
    'fault.merge-unit-differs':
      '“{item}” is counted in {unit}, “{into}” in {intoUnit}: the quantities do not match, so they cannot be merged.',
    'fault.merge-oversold': '“{item}” at {location} stands at {quantity} {unit} (oversold). Clear that up, then merge.',
  },
)
