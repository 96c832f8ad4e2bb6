/** The words of the system notifications about seals that wait for somebody, in both languages. */

/** A seal that is not back, one that waits to be taken over, one whose temporary custody ran out: as the shell tells of it. */
export type SealAlarm = {
  readonly kind: keyof (typeof alarmWords)['zh-CN']
  /** Of the outing or handover. */
  readonly id: string
  /** What the words are filled with. */
  readonly values: Readonly<Record<string, string>>
}

export const alarmWords = {
  'zh-CN': {
    'outing-overdue': {
      title: '印章逾期未还：{seal}',
      body: '{taker} 带出，应于 {due} 归还（{number}）。请催还并验收。',
    },
    'handover-offered': {
      title: '印章待 {to} 接收：{seal}',
      body: '{from} 移交（{number}）。请 {to} 本人登录，接受或退回；接受前不能用印。',
    },
    'custody-offered': {
      title: '印章待 {to} 临时代管：{seal}',
      body: '{from} 请代管至 {until}（{number}）。请 {to} 本人登录，接受或退回；接受前不能用印。',
    },
    'custody-overdue': {
      title: '代管到期未交还：{seal}',
      body: '{to} 代管，应于 {until} 交还 {from}（{number}）。请办理移交。',
    },
  },
  en: {
    'outing-overdue': {
      title: 'Seal overdue: {seal}',
      body: '{taker} took it out and was due back on {due} ({number}). Ask for it and check it in.',
    },
    'handover-offered': {
      title: 'Seal for {to} to accept: {seal}',
      body: '{from} hands it over ({number}). {to} signs in and accepts or declines; nobody seals until then.',
    },
    'custody-offered': {
      title: 'Seal for {to} to keep for a time: {seal}',
      body: '{from} asks until {until} ({number}). {to} signs in and accepts or declines; nobody seals until then.',
    },
    'custody-overdue': {
      title: 'Temporary custody is over: {seal}',
      body: '{to} keeps it and was to give it back to {from} by {until} ({number}). Hand it over.',
    },
  },
} as const
