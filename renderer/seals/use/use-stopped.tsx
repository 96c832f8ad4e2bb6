/** What can still be done where a use is stopped: an emergency, or keeping on record that a blank document was sent away. */
import { useState } from 'react'
import { createPortal } from 'react-dom'
import type { Input, Output } from '../../shell/contract.ts'
import { useCommand } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import type { Chosen } from '../../ui/record-picker.tsx'
import { EmergencySheet, type Made } from './emergency.tsx'

type Light = Output<'seals.verdict'>

type Props = {
  readonly light: Light | undefined
  readonly use: Input<'seals.use'> | undefined
  readonly seal: Chosen | undefined
  /** What the document is called where the page does not say it. */
  readonly title: string
  readonly onMade: (uses: Made, title: string) => void
}

export const Emergency = ({ light, use, seal, title, onMade }: Props) => {
  const { t } = useWords()
  const { may } = useSession()
  const [isOpen, setIsOpen] = useState(false)
  const isStopped = use === undefined || (light !== undefined && light.stops.length > 0)
  if (!isStopped || !may('seals.use')) return null
  if (use !== undefined && light?.mayOverride !== true) return <p className="quiet">{t('seals.emergency.never')}</p>
  return (
    <div className="form-acts">
      <ActButton keyName="F8" onAct={() => setIsOpen(true)} testId="use-emergency">
        {t(use === undefined ? 'seals.emergency.no-basis' : 'seals.emergency.open')}
      </ActButton>
      {/* The light stays in sight while the form is scrolled, and what lies in it lies below the form's own buttons. */}
      {isOpen &&
        createPortal(
          <EmergencySheet
            use={use}
            seal={seal}
            stops={use === undefined ? [] : (light?.stops ?? [])}
            onClose={() => setIsOpen(false)}
            onMade={(uses, told) => {
              setIsOpen(false)
              onMade(uses, told === '' ? title : told)
            }}
          />,
          document.body,
        )}
    </div>
  )
}

/** The hard stop: nothing seals a blank document, but that it was brought can be kept. */
export const BlankStop = ({ blank }: { blank: Input<'seals.blankRefused'> }) => {
  const { t } = useWords()
  const record = useCommand('seals.blankRefused')
  return (
    <>
      <FaultNote fault={{ code: 'blank-document' }} />
      {record.value === undefined ? (
        <div className="form-acts">
          <ActButton
            keyName="F9"
            isActing={record.isActing}
            onAct={() => void record.act(blank)}
            testId="use-blank-record"
          >
            {t('seals.blank.record')}
          </ActButton>
        </div>
      ) : (
        <p role="status" data-testid="use-blank-recorded">
          {t('seals.blank.recorded')}
        </p>
      )}
      <FaultNote fault={record.fault} />
    </>
  )
}
