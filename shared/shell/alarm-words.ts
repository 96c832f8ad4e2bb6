/** The words of the system notification about a seal that is not back, in both languages. */

/** An outing that is overdue, as the shell tells of it. */
export type OverdueSeal = {
  readonly id: string
  readonly number: string
  readonly seal: string
  readonly taker: string
  readonly due: string
}

export const alarmWords = {
  'zh-CN': {
    title: '印章逾期未还：{seal}',
    body: '{taker} 带出，应于 {due} 归还（{number}）。请催还并验收。',
  },
  en: {
    title: 'Seal overdue: {seal}',
    body: '{taker} took it out and was due back on {due} ({number}). Ask for it and check it in.',
  },
} as const
