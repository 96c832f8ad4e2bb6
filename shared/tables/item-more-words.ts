/** What the further columns of items are called, in imports and exports. */
import { defineWords } from '../office/words.ts'

export const itemMoreColumnWords = defineWords(
  {
    'tables.field.item.group': '物品分类',
    'tables.field.item.suppliers': '供应商与报价',
    'tables.field.item.leadDays': '供货天数',
    'tables.field.item.lots': '批次管理',
    'tables.field.item.personAmount': '每人每月金额定额',
    'tables.field.item.departmentQuantity': '每部门每月数量定额',
    'tables.field.item.departmentAmount': '每部门每月金额定额',
    'tables.column.item.mergedInto': '已并入',
    'invalid.cell.suppliers': '供应商看不懂，请写成：名称，单位，单价，天数，货号；下一家',
    'invalid.cell.barcodes': '条码看不懂，请写成：条码=单位×数量',
  },
  {
    'tables.field.item.group': 'Item group',
    'tables.field.item.suppliers': 'Suppliers and prices',
    'tables.field.item.leadDays': 'Lead days',
    'tables.field.item.lots': 'Kept by lots',
    'tables.field.item.personAmount': 'Quota amount per person and month',
    'tables.field.item.departmentQuantity': 'Quota pieces per department and month',
    'tables.field.item.departmentAmount': 'Quota amount per department and month',
    'tables.column.item.mergedInto': 'Merged into',
    'invalid.cell.suppliers': 'Suppliers are not clear; write: name, unit, price, days, code; next one',
    'invalid.cell.barcodes': 'Barcodes are not clear; write: code=unit×amount',
  },
)
