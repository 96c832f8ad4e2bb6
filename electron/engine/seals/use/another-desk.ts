/** A second desk of a test's office, known by its letter alone: for what must be refused because a seal lies elsewhere. */
import type { TestOffice } from '../../testing.ts'

export const admitDesk = (office: TestOffice, letter: string): void => {
  const { journal } = office.office()
  const body = { desk: letter.repeat(64).toLowerCase(), letter, name: `工位 ${letter}`, publicKey: '' }
  journal.transact(office.clock.now(), ({ enter }) => {
    enter('', { kind: 'desk.admitted', subject: `01900000-0000-7000-8000-0000000000${letter}${letter}`, body })
  })
}
