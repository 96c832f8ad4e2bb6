/** Prints the contract register of a year, or what a delegator gave and holds: a choice, a key, and the preview. */
import { Select } from 'antd'
import { useState } from 'react'
import { DocumentPreview } from '../documents/document-preview.tsx'
import { useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'

export const PrintRegister = () => {
  const { t } = useWords()
  const { may } = useSession()
  const { data } = useOperation('contracts.book', {}, { subjects: ['office'] })
  const [chosen, setYear] = useState<string>()
  const [isOpen, setIsOpen] = useState(false)
  const year = chosen ?? data?.years[0]
  if (!may('documents.read') || data === undefined || year === undefined) return null
  return (
    <>
      <label className="page-days">
        {t('contracts.year')}
        <Select
          value={year}
          onChange={setYear}
          options={data.years.map((value) => ({ value, label: value }))}
          aria-label={t('contracts.year')}
        />
      </label>
      <ActButton keyName="p" onAct={() => setIsOpen(true)} testId="print-register">
        {t('contracts.print-register')}
      </ActButton>
      {isOpen && (
        <DocumentPreview
          form="contract-register"
          subject={data.office}
          period={year}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}

/** @param person the delegator and delegate; the office itself where nobody is chosen */
export const PrintDelegations = ({ person }: { person: string | undefined }) => {
  const { t } = useWords()
  const { may } = useSession()
  const { data } = useOperation('contracts.book', {}, { subjects: ['office'] })
  const [isOpen, setIsOpen] = useState(false)
  const subject = person ?? data?.office
  if (!may('documents.read') || subject === undefined) return null
  return (
    <>
      <ActButton keyName="p" onAct={() => setIsOpen(true)} testId="print-delegations">
        {t('delegations.print-register')}
      </ActButton>
      {isOpen && <DocumentPreview form="delegation-register" subject={subject} onClose={() => setIsOpen(false)} />}
    </>
  )
}
