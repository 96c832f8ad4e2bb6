/** A blank document that was sent away: all there is of it is what was entered. */
import type { PageProps } from '../../shell/registers.ts'
import { useWords } from '../../shell/words.tsx'
import { History } from '../../ui/history.tsx'
import { Page } from '../../ui/page.tsx'

export const BlankPage = ({ params }: PageProps) => {
  const { t } = useWords()
  return (
    <Page title={t('type.seal_blank')} width="form">
      <History subject={params['blank'] ?? ''} />
    </Page>
  )
}
