/** A system notification for each seal that waits for somebody; a click brings the window to the front. */
import { Notification } from 'electron'
import type { Language } from '../../shared/api/bridge.ts'
import { fill } from '../../shared/office/words.ts'
import { alarmWords, type SealAlarm } from '../../shared/shell/alarm-words.ts'

/** Notifications that nobody holds are collected, and their click is then lost. */
const shown = new Map<string, Notification>()

/** Once for each, also when the engine was started anew and tells of it again. */
export function showAlarms(alarms: readonly SealAlarm[], language: Language, onClick: () => void): void {
  for (const { kind, id, values } of alarms) {
    const key = `${kind} ${id}`
    if (shown.has(key)) continue
    const { title, body } = alarmWords[language][kind]
    const notification = new Notification({
      title: fill(language, title, values),
      body: fill(language, body, values),
      urgency: 'critical',
    })
    notification.on('click', onClick)
    shown.set(key, notification)
    notification.show()
  }
}
