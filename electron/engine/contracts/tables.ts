/** Rows of contracts, delegations, authority checks and declared interests. */
import { revocationNoticeType } from '../../../shared/contracts/revocation.ts'
import {
  authorityCheckType,
  contractType,
  delegationType,
  exchangeRateType,
  interestType,
} from '../../../shared/contracts/subjects.ts'
import { derivedTable } from '../store/derived.ts'

export const contractTables = [
  derivedTable(
    contractType,
    {
      number: '$.number',
      status: '$.status',
      type: '$.type',
      counterparty: '$.counterparty',
      likeName: '$.likeName',
      likeCode: '$.likeCode',
      parent: '$.parent',
      signedOn: '$.signedOn',
      endsOn: '$.endsOn',
      noticeOn: '$.noticeOn',
      signatory: '$.signatory.id',
      leaf: '$.grantedBy[#-1]',
    },
    [
      'number',
      'status, number',
      'type, number',
      'counterparty, number',
      'parent',
      'endsOn',
      'noticeOn',
      'likeName, signedOn',
      'likeCode, signedOn',
      'signatory, number where signatory is not null',
      'leaf, signedOn where leaf is not null',
    ],
  ),
  derivedTable(
    delegationType,
    {
      number: '$.number',
      delegator: '$.delegator',
      parent: '$.parent',
      delegate: '$.delegate',
      post: '$.post',
      validFrom: '$.validFrom',
      validTo: '$.validTo',
      revokedOn: '$.revokedOn',
      cap: '$.limit',
    },
    [
      'number',
      'delegate, number',
      'post, number',
      'delegator, number',
      'parent',
      'validTo',
      'revokedOn, number where revokedOn is not null',
    ],
  ),
  derivedTable(
    authorityCheckType,
    { number: '$.number', person: '$.person.id', contract: '$.asked.contract', asOf: '$.asOf' },
    ['number', 'person, number', 'contract, number', 'asOf, subject'],
  ),
  derivedTable(interestType, { person: '$.person', declaredOn: '$.declaredOn' }, ['person', 'declaredOn']),
  derivedTable(
    revocationNoticeType,
    { person: '$.person.id', delegation: '$.delegation', acknowledgedOn: '$.acknowledgedOn' },
    ['person, acknowledgedOn', 'delegation'],
  ),
  derivedTable(exchangeRateType, { currency: '$.currency', fromDate: '$.from', withdrawnOn: '$.withdrawnOn' }, [
    'currency, fromDate',
    'fromDate',
  ]),
]
