/** Says on every page that this is the example; leaving takes one click. */
import { call } from './call.ts'
import { forgetKept } from './kept.ts'
import { queries } from './queries.ts'
import { useWords } from './words.tsx'

const leave = async () => {
  const answer = await call('office.leaveExample', {})
  if (!answer.ok) return
  forgetKept()
  queries.setQueryData(['people.me', {}], { me: undefined })
  await queries.resetQueries()
}

export const ExampleBanner = () => {
  const { t } = useWords()
  return (
    <div className="banner" role="note" data-testid="example-banner">
      <span>{t('example.banner')}</span>
      <button type="button" className="plain" onClick={() => void leave()} data-testid="leave-example">
        {t('example.leave')}
      </button>
    </div>
  )
}
