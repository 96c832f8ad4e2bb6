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
  },
)
