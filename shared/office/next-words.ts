/** What a newly founded office's desk offers to do next. */
import { defineWords } from './words.ts'

export const nextWords = defineWords(
  {
    'desk.next': '接下来',
    'desk.next.lead': '办公室已建立。按需要登记下面几样，顺序不限；已有 Excel 台账的，可以直接导入。',
    'desk.next.people': '添加同事',
    'desk.next.people.what': '登记人员并给出角色，要登录的还要设密码；您自己要用印或发放物资，也先加上角色。',
    'desk.next.seals': '登记印章',
    'desk.next.seals.what': '编码、名称、尺寸、保管人；有印模图样的可以附上。',
    'desk.next.items': '登记物品',
    'desk.next.items.what': '品名、单位、库位；入库之后就能发放。',
    'desk.next.contracts': '登记合同与授权',
    'desk.next.contracts.what': '谁可以签什么、到多少金额；用印时自动核验。',
    'desk.next.import': '从 Excel 导入',
    'desk.next.import.what': '人员、物品、合同、授权、旧用印台账；导入前先看一遍，有错不入。',
  },
  {
    'desk.next': 'Next steps',
    'desk.next.lead': 'The office is founded. Enter what you need, in any order; ledgers in Excel can be imported.',
    'desk.next.people': 'Add colleagues',
    'desk.next.people.what':
      'Enter people and their roles; who signs in needs a password. To seal or issue yourself, give yourself the role.',
    'desk.next.seals': 'Enter the seals',
    'desk.next.seals.what': 'Code, name, size, custodian; with a picture of the impression where there is one.',
    'desk.next.items': 'Enter the items',
    'desk.next.items.what': 'Name, unit, place; once received, they can be issued.',
    'desk.next.contracts': 'Enter contracts and delegations',
    'desk.next.contracts.what': 'Who may sign what, up to how much; checked by itself at every seal use.',
    'desk.next.import': 'Import from Excel',
    'desk.next.import.what':
      'People, items, contracts, delegations, old seal ledgers; shown first, entered only when right.',
  },
)
