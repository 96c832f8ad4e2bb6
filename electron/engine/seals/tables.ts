/** The seal register's derived tables; keys are chosen so that opening a list costs the same at any size. */
import { closingSubject } from '../../../shared/seals/closing/closing.ts'
import { absenceSubject } from '../../../shared/seals/requests/absence.ts'
import { blankSubject } from '../../../shared/seals/use/blank.ts'
import { routeSubject } from '../../../shared/seals/requests/route.ts'
import { impressionSubject, requestSubject, sealSubject, useSubject } from '../../../shared/seals/subjects.ts'
import { handoverSubject, lifeActSubject, outingSubject } from '../../../shared/seals/life/life-subjects.ts'
import { derivedTable } from '../store/derived.ts'

export const sealTables = [
  derivedTable(sealSubject, { code: '$.code', status: '$.status' }, ['code']),
  derivedTable(impressionSubject, { seal: '$.seal' }, ['seal']),
  derivedTable(
    requestSubject,
    {
      number: '$.number',
      status: '$.status',
      submitted: '$.submittedAt',
      use_by: '$.useBy',
      contract: '$.contract.id',
      applicant: '$.applicant.id',
    },
    [
      'number',
      'status, submitted',
      'submitted',
      'applicant, submitted',
      'contract, submitted where contract is not null',
    ],
  ),
  derivedTable(
    useSubject,
    {
      odd_number: '$.oddNumber',
      seal: '$.seal.id',
      number_key: '$.numberKey',
      date_key: '$.dateKey',
      request: '$.request.id',
      contract: '$.contract.id',
    },
    [
      'number_key',
      'seal, date_key',
      'date_key',
      'odd_number where odd_number is not null',
      'request, date_key where request is not null',
      'contract, date_key where contract is not null',
    ],
  ),
  derivedTable(routeSubject, {}),
  derivedTable(
    absenceSubject,
    { person: '$.person.id', stand_in: '$.standIn.id', next_stand_in: '$.nextStandIn.id', until: '$.to' },
    ['person', 'stand_in, until', 'next_stand_in, until where next_stand_in is not null', 'until'],
  ),
  derivedTable(closingSubject, { seal: '$.seal.id', period: '$.period' }, ['seal, period', 'period']),
  derivedTable(blankSubject, { at: '$.at' }, ['at']),
  derivedTable(lifeActSubject, { number: '$.number', seal: '$.seal.id', entered: '$.enteredAt' }, [
    'seal, entered',
    'number',
  ]),
  derivedTable(
    outingSubject,
    {
      number: '$.number',
      seal: '$.seal.id',
      status: '$.status',
      entered: '$.enteredAt',
      due: '$.dueBackAt',
    },
    ['entered', 'seal, entered', 'status, due', 'number'],
  ),
  derivedTable(handoverSubject, { number: '$.number', seal: '$.seal.id', status: '$.status', entered: '$.offeredAt' }, [
    'entered',
    'seal, entered',
    'status, entered',
    'number',
  ]),
]
