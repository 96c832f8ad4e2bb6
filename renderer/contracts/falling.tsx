/** What falls with a delegation, list by list: passed on, contracts, requests, originals out, people to be told. */
import type { ReactNode } from 'react'
import { originalsOf } from '../../shared/contracts/originals.ts'
import type { Output } from '../shell/contract.ts'
import { useWords } from '../shell/words.tsx'

type Falls = Output<'delegations.previewRevoke'>

const List = ({ title, children }: { title: string; children: readonly ReactNode[] }) =>
  children.length === 0 ? null : (
    <section aria-label={title}>
      <h3 className="section-title">{title}</h3>
      <ul className="plain-rows">{children}</ul>
    </section>
  )

export const Falling = ({ falls }: { falls: Falls }) => {
  const { t, list } = useWords()
  const { delegations, contracts, signedSince, requests, originals, told } = falls
  const isNothing = delegations.length + contracts.length + requests.length === 0
  return (
    <>
      <strong>{t(isNothing ? 'revocations.falls-none' : 'revocations.falls')}</strong>
      <List title={t('revocations.delegations', { count: delegations.length })}>
        {delegations.map((one) => (
          <li key={one.id}>
            {one.number} · {one.delegatorName} → {one.delegateName ?? one.post}
          </li>
        ))}
      </List>
      <List title={t('revocations.contracts', { count: contracts.length })}>
        {contracts.map((one) => (
          <li key={one.id}>
            {one.number} · {one.name} <span className="quiet">{one.counterparty}</span>
            {signedSince.includes(one.id) && <em className="outside-reason"> {t('revocations.signed-since')}</em>}
          </li>
        ))}
      </List>
      <List title={t('revocations.requests', { count: requests.length })}>
        {requests.map((one) => (
          <li key={one.id}>
            {one.number} · {one.title}
          </li>
        ))}
      </List>
      <List title={t('revocations.originals', { count: originals.length })}>
        {originals.map((one) => (
          <li key={one.id}>
            {one.number} · {one.delegateName ?? one.post} · {t('revocations.copies', { count: originalsOf(one).out })}
          </li>
        ))}
      </List>
      <List title={t('revocations.told', { count: told.length })}>
        {told.map(({ person, as }) => (
          <li key={person.id}>
            {person.name} <span className="quiet">{list(as.map((role) => t(`revocations.as.${role}`)))}</span>
          </li>
        ))}
      </List>
    </>
  )
}
