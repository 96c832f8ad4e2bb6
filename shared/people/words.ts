/** Words of people and signing in. */
import { defineWords } from '../office/words.ts'

export const peopleWords = defineWords(
  {
    'people.role.clerk': '经办人',
    'people.role.custodian': '印章保管人',
    'people.role.approver': '审批人',
    'people.role.auditor': '审计员',
    'people.role.administrator': '管理员',
    'fault.wrong-password': '工号或密码不对。请再输一次；忘记了，或在本工位还没设过密码的，请管理员设置。',
    'fault.too-many-tries': '输错次数太多，请等 {waitSeconds} 秒再试。',
    'fault.weak-password': '密码至少 {least} 个字符。',
    'fault.staff-no-taken': '工号 {staffNo} 已属于 {name}。请换一个工号。',
    'fault.person-left': '{name} 已于 {employedTo} 离职，不能登录或经办。',
    'fault.last-administrator': '至少要留一位管理员。请先给别人管理员角色。',
  },
  {
    'people.role.clerk': 'Clerk',
    'people.role.custodian': 'Seal custodian',
    'people.role.approver': 'Approver',
    'people.role.auditor': 'Auditor',
    'people.role.administrator': 'Administrator',
    'fault.wrong-password':
      'Staff number or password is wrong. Try again; who forgot it, or has none at this desk yet, asks an administrator to set one.',
    'fault.too-many-tries': 'Too many wrong tries. Wait {waitSeconds} seconds, then try again.',
    'fault.weak-password': 'A password has at least {least} characters.',
    'fault.staff-no-taken': 'Staff number {staffNo} belongs to {name}. Choose another one.',
    'fault.person-left': '{name} left on {employedTo} and cannot sign in or act.',
    'fault.last-administrator': 'One administrator must remain. Give the role to somebody else first.',
  },
)
