/** The labels as they will come out: the PDF itself, page by page, with what does not fit said above. */
import { useWords } from '../../shell/words.tsx'
import { PdfPage } from '../../documents/pdf-page.tsx'
import type { LabelPdf } from './use-label-pdf.ts'

/** Pages that are drawn; more look the same and only cost. */
const mostShown = 20

export const LabelPreview = ({ shown, isSheet }: { shown: LabelPdf | undefined; isSheet: boolean }) => {
  const { t } = useWords()
  if (shown === undefined) return <p className="quiet label-none">{t('supplies.labels.none')}</p>
  const { made, pdf } = shown
  return (
    <>
      <p className="quiet" data-testid="label-count" data-labels={made.labels} data-pages={made.pages}>
        {t('supplies.labels.count', { labels: made.labels, pages: made.pages })}
        {made.onlyQr > 0 && ` · ${t('supplies.labels.only-qr', { count: made.onlyQr })}`} ·{' '}
        {t('supplies.labels.actual')}
      </p>
      <div className="label-pages">
        {Array.from({ length: Math.min(mostShown, made.pages) }, (_, index) => (
          <PdfPage
            key={index}
            pdf={pdf}
            page={index + 1}
            scale={isSheet ? 0.8 : 1.6}
            label={t('supplies.labels.preview', { page: index + 1 })}
          />
        ))}
      </div>
    </>
  )
}
