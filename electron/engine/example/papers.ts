/** What people bring to be sealed in the example, besides contracts at the counter. */
import type { Category } from '../../../shared/seals/records.ts'
import type { DepartmentName } from './company-plan.ts'

export type Paper = {
  /** 〇 is filled in with a person's or a counterparty's name. */
  title: string
  type: string
  category: Category
  seals: readonly string[]
  department: DepartmentName
  share: number
  copies: number
  purpose: string
  seam?: number
  isContract?: boolean
  isOutward?: boolean
  isAboutPerson?: boolean
}

export const papers: readonly Paper[] = [
  {
    title: '〇在职证明',
    type: '证明',
    category: 'certificate',
    seals: ['RS01'],
    department: '人力资源部',
    share: 16,
    copies: 2,
    purpose: '办理签证或贷款',
    isAboutPerson: true,
  },
  {
    title: '〇收入证明',
    type: '证明',
    category: 'certificate',
    seals: ['RS01'],
    department: '人力资源部',
    share: 12,
    copies: 2,
    purpose: '办理按揭',
    isAboutPerson: true,
  },
  {
    title: '〇劳动合同',
    type: '劳动合同',
    category: 'other',
    seals: ['RS01'],
    department: '人力资源部',
    share: 8,
    copies: 2,
    purpose: '新员工入职',
    isAboutPerson: true,
    seam: 1,
  },
  {
    title: '〇离职证明',
    type: '证明',
    category: 'certificate',
    seals: ['RS01'],
    department: '人力资源部',
    share: 4,
    copies: 2,
    purpose: '办理离职',
    isAboutPerson: true,
  },
  {
    title: '授权委托书（〇项目投标）',
    type: '授权书',
    category: 'authorization',
    seals: ['GZ01', 'FR01'],
    department: '销售一部',
    share: 8,
    copies: 3,
    purpose: '投标',
    isOutward: true,
  },
  {
    title: '〇项目投标文件',
    type: '投标文件',
    category: 'other',
    seals: ['GZ01', 'FR01'],
    department: '销售二部',
    share: 6,
    copies: 4,
    purpose: '投标',
    isOutward: true,
    seam: 1,
  },
  {
    title: '致〇的函',
    type: '公函',
    category: 'official',
    seals: ['GZ01'],
    department: '综合管理部',
    share: 7,
    copies: 2,
    purpose: '业务往来',
    isOutward: true,
  },
  {
    title: '安全生产自查报告',
    type: '报告',
    category: 'official',
    seals: ['GZ01'],
    department: '生产制造部',
    share: 3,
    copies: 3,
    purpose: '报送主管部门',
  },
  {
    title: '银行询证函',
    type: '询证函',
    category: 'official',
    seals: ['CW01'],
    department: '财务部',
    share: 4,
    copies: 2,
    purpose: '年度审计',
  },
  {
    title: '〇往来对账单',
    type: '对账单',
    category: 'other',
    seals: ['CW01'],
    department: '财务部',
    share: 8,
    copies: 2,
    purpose: '月末对账',
    isOutward: true,
  },
  {
    title: '增值税专用发票（〇）',
    type: '发票',
    category: 'other',
    seals: ['FP01'],
    department: '财务部',
    share: 10,
    copies: 1,
    purpose: '开票',
    isOutward: true,
  },
  {
    title: '出厂检验报告（〇）',
    type: '检验报告',
    category: 'certificate',
    seals: ['ZJ01'],
    department: '质量管理部',
    share: 14,
    copies: 3,
    purpose: '随货交付',
    isOutward: true,
  },
  {
    title: '进口报关单',
    type: '报关单',
    category: 'official',
    seals: ['BG01'],
    department: '仓储物流部',
    share: 4,
    copies: 3,
    purpose: '清关',
  },
  {
    title: '送货回执（〇）',
    type: '回执',
    category: 'other',
    seals: ['SH01'],
    department: '仓储物流部',
    share: 10,
    copies: 2,
    purpose: '签收',
    isOutward: true,
  },
  {
    title: '补充协议',
    type: '合同',
    category: 'agreement',
    seals: ['HT01'],
    department: '采购部',
    share: 14,
    copies: 4,
    purpose: '履行合同',
    isContract: true,
    seam: 1,
  },
]
