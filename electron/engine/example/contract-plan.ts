/** What the example's contracts are about: per type the subjects, the usual amounts, who handles them. */
import type { ContractType } from '../../../shared/contracts/contract.ts'
import type { DepartmentName } from './company-plan.ts'

export type ContractPlan = {
  type: ContractType
  direction: 'pay' | 'receive' | 'none'
  /** Of a hundred contracts. */
  share: number
  subjects: readonly string[]
  /** Least and most in 元; most contracts lie near the least. */
  amount: readonly [number, number]
  months: readonly [number, number]
  department: DepartmentName
}

export const contractPlans: readonly ContractPlan[] = [
  {
    type: 'purchase',
    direction: 'pay',
    share: 34,
    subjects: [
      '数控刀具',
      '伺服电机',
      '直线导轨',
      '轴承钢',
      '液压油',
      '标准件',
      '包装木箱',
      '气动元件',
      '冷轧钢板',
      '焊接材料',
    ],
    amount: [8_000, 900_000],
    months: [1, 12],
    department: '采购部',
  },
  {
    type: 'sales',
    direction: 'receive',
    share: 28,
    subjects: ['卧式加工中心', '自动化装配线', '专用夹具', '备品备件', '减速机总成', '设备改造'],
    amount: [20_000, 4_800_000],
    months: [3, 24],
    department: '销售一部',
  },
  {
    type: 'service',
    direction: 'pay',
    share: 14,
    subjects: ['厂区保洁', '设备年度维保', '员工体检', '货物运输', '会计师审计', '消防维保', '食堂承包'],
    amount: [6_000, 480_000],
    months: [6, 24],
    department: '综合管理部',
  },
  {
    type: 'technology',
    direction: 'pay',
    share: 7,
    subjects: ['控制软件开发', '仿真分析', '技术咨询', '专利许可'],
    amount: [30_000, 1_500_000],
    months: [3, 24],
    department: '研发中心',
  },
  {
    type: 'lease',
    direction: 'pay',
    share: 5,
    subjects: ['叉车租赁', '员工宿舍租赁', '办公设备租赁'],
    amount: [12_000, 600_000],
    months: [12, 36],
    department: '仓储物流部',
  },
  {
    type: 'construction',
    direction: 'pay',
    share: 4,
    subjects: ['二号厂房屋面维修', '配电房改造', '停车场划线'],
    amount: [30_000, 2_600_000],
    months: [2, 12],
    department: '设备工程部',
  },
  {
    type: 'labour',
    direction: 'pay',
    share: 4,
    subjects: ['劳务派遣', '岗前培训'],
    amount: [20_000, 800_000],
    months: [6, 24],
    department: '人力资源部',
  },
  {
    type: 'other',
    direction: 'none',
    share: 4,
    subjects: ['保密协议', '战略合作框架', '捐赠协议'],
    amount: [0, 0],
    months: [12, 36],
    department: '法务合规部',
  },
]
