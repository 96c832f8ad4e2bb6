/** A system notification for each seal that should be back; a click brings the window to the front. */
import { Notification } from 'electron'
import type { Language } from '../../shared/api/bridge.ts'
import { fill } from '../../shared/office/words.ts'
import { alarmWords, type OverdueSeal } from '../../shared/shell/alarm-words.ts'

/** Notifications that nobody holds are collected, and their click is then lost. */
const shown = new Map<string, Notification>()

/** Once per outing, also when the engine was started anew and tells of it again. */
export function showOverdue(seals: readonly OverdueSeal[], language: Language, onClick: () => void): void {
  const words = alarmWords[language]
  for (const seal of seals) {
    if (shown.has(seal.id)) continue
    const notification = new Notification({
      title: fill(words.title, seal),
      body: fill(words.body, seal),
      urgency: 'critical',
    })
    notification.on('click', onClick)
    shown.set(seal.id, notification)
    notification.show()
  }
}
