/** The register of exceptions as a list: what happened, how it was explained, and who settled it. */
import type { ExceptionAnswer } from '../../exceptions/answer.ts'
import { exceptionText } from '../../exceptions/text.ts'
import type { ExceptionRow } from '../../exceptions/operations.ts'
import { column, type Exporter } from '../exporter.ts'

export type ExceptionLine = ExceptionRow & { answers: readonly ExceptionAnswer[] }

const said = (answers: readonly ExceptionAnswer[], wanted: ExceptionAnswer['act']): string | undefined =>
  answers
    .filter(({ act }) => act === wanted)
    .map(({ text, by, at }) => `${text} (${by.name} ${at})`)
    .join('\n') || undefined

export const exceptionExport: Exporter<ExceptionLine> = {
  list: 'exceptions',
  title: 'tables.list.exceptions',
  columns: [
    column('exceptions.on', 'date', ({ on }) => on),
    column('exceptions.register', 'text', ({ register }, word) => word(`exceptions.register.${register}`), 10),
    column('exceptions.kind', 'text', ({ kind }, word) => word(`exception.kind.${kind}`), 16),
    column('exceptions.text', 'text', (line, word) => exceptionText(word, line), 60),
    column('exceptions.record', 'text', ({ title, detail }) => [title, detail].filter(Boolean).join(' · '), 40),
    column('exceptions.person', 'text', ({ person }) => person?.name, 12),
    column('exceptions.state', 'text', ({ state }, word) => word(`exceptions.state.${state}`), 10),
    column('exceptions.explanation', 'text', ({ answers }) => said(answers, 'explained'), 40),
    column('exceptions.settlement', 'text', ({ answers }) => said(answers, 'settled'), 40),
    column('exceptions.measure', 'text', ({ answers }) => answers.find(({ measure }) => measure)?.measure, 30),
  ],
}
