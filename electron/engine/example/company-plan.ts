/** Who works in the example's company: twelve departments, and the people whom the demonstration meets by name. */
import type { Role } from '../../../shared/people/roles.ts'

/** `share`: how many of a hundred people work there; `posts`: what those are called whom nobody meets by name. */
export const departments = [
  { name: '综合管理部', code: '01', costCentre: 'CC1000', share: 6, posts: ['行政专员', '档案管理员', '车队调度员'] },
  { name: '财务部', code: '02', costCentre: 'CC1100', share: 5, posts: ['会计', '出纳', '成本会计'] },
  { name: '人力资源部', code: '03', costCentre: 'CC1200', share: 4, posts: ['招聘专员', '薪酬专员', '培训专员'] },
  { name: '法务合规部', code: '04', costCentre: 'CC1300', share: 2, posts: ['法务专员', '合规专员'] },
  { name: '采购部', code: '05', costCentre: 'CC2000', share: 5, posts: ['采购专员', '供应商质量专员'] },
  { name: '销售一部', code: '06', costCentre: 'CC3000', share: 9, posts: ['销售工程师', '销售助理', '区域销售代表'] },
  { name: '销售二部', code: '07', costCentre: 'CC3100', share: 8, posts: ['销售工程师', '销售助理', '售后工程师'] },
  {
    name: '研发中心',
    code: '08',
    costCentre: 'CC4000',
    share: 16,
    posts: ['机械工程师', '电气工程师', '软件工程师', '测试工程师'],
  },
  {
    name: '生产制造部',
    code: '09',
    costCentre: 'CC5000',
    share: 26,
    posts: ['装配技师', '数控操作工', '焊工', '生产计划员', '班组长'],
  },
  { name: '质量管理部', code: '10', costCentre: 'CC5100', share: 7, posts: ['质检员', '体系工程师', '计量员'] },
  { name: '设备工程部', code: '11', costCentre: 'CC5200', share: 5, posts: ['设备工程师', '维修电工'] },
  { name: '仓储物流部', code: '12', costCentre: 'CC5300', share: 7, posts: ['仓库管理员', '物流专员', '叉车司机'] },
] as const

export type DepartmentName = (typeof departments)[number]['name']

/** Those met by name; `as` is how the story calls them. Accounts with roles come first by staff number. */
export const namedPeople = [
  {
    as: 'desk',
    name: '周岚',
    staffNo: 'A0002',
    post: '行政主管',
    department: '综合管理部',
    roles: ['clerk', 'custodian'],
  },
  { as: 'clerk', name: '林秀英', staffNo: 'A0003', post: '行政专员', department: '综合管理部', roles: ['clerk'] },
  {
    as: 'office',
    name: '方志远',
    staffNo: 'A0004',
    post: '综合管理总监',
    department: '综合管理部',
    roles: ['approver'],
  },
  { as: 'auditor', name: '沈静怡', staffNo: 'A0005', post: '内审主管', department: '法务合规部', roles: ['auditor'] },
  { as: 'general', name: '顾明远', staffNo: 'A0006', post: '总经理', department: '综合管理部', roles: ['approver'] },
  {
    as: 'custodian',
    name: '陈㛃',
    staffNo: 'A0007',
    post: '印章管理员',
    department: '综合管理部',
    roles: ['custodian'],
  },
  { as: 'finance', name: '许国栋', staffNo: 'A0008', post: '财务总监', department: '财务部', roles: ['approver'] },
  { as: 'counter', name: '郑晓彤', staffNo: 'A0009', post: '前台文员', department: '综合管理部', roles: ['clerk'] },
  { as: 'sales', name: '陆建平', staffNo: 'A0010', post: '营销总监', department: '销售一部', roles: [] },
  { as: 'operations', name: '梁海生', staffNo: 'A0011', post: '运营总监', department: '生产制造部', roles: [] },
  { as: 'research', name: '苏文清', staffNo: 'A0012', post: '研发总监', department: '研发中心', roles: [] },
  { as: 'legal', name: '江怀瑾', staffNo: 'A0013', post: '法务合规部经理', department: '法务合规部', roles: [] },
  { as: 'salesOne', name: '韩立群', staffNo: 'A0014', post: '销售一部经理', department: '销售一部', roles: [] },
  { as: 'salesTwo', name: '曹雪晴', staffNo: 'A0015', post: '销售二部经理', department: '销售二部', roles: [] },
  { as: 'purchase', name: '赵𬭚', staffNo: 'A0016', post: '采购部经理', department: '采购部', roles: [] },
  { as: 'people', name: '唐书瑶', staffNo: 'A0017', post: '人力资源部经理', department: '人力资源部', roles: [] },
  { as: 'quality', name: '罗振华', staffNo: 'A0018', post: '质量管理部经理', department: '质量管理部', roles: [] },
  { as: 'equipment', name: '彭立新', staffNo: 'A0019', post: '设备工程部经理', department: '设备工程部', roles: [] },
  { as: 'stores', name: '姚广林', staffNo: 'A0020', post: '仓储物流部经理', department: '仓储物流部', roles: [] },
  { as: 'production', name: '石宏伟', staffNo: 'A0021', post: '生产制造部经理', department: '生产制造部', roles: [] },
  { as: 'buyer', name: '夏知秋', staffNo: 'A0022', post: '采购主管', department: '采购部', roles: [] },
  { as: 'former', name: '邵承志', staffNo: 'A0023', post: '销售二部副经理', department: '销售二部', roles: [] },
  { as: 'lab', name: '秦清扬', staffNo: 'A0024', post: '研发项目经理', department: '研发中心', roles: [] },
] as const satisfies readonly {
  as: string
  name: string
  staffNo: string
  post: string
  department: DepartmentName
  roles: readonly Role[]
}[]

export type Part = (typeof namedPeople)[number]['as']
