/** All lists that can leave the office as a file, one line each. */
import { Button } from 'antd'
import { exportLists, listPermissions, tableFormats } from '../../shared/tables/targets.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ArrowList } from '../ui/arrow-list.tsx'
import { Page } from '../ui/page.tsx'
import { ExportNews } from './export-button.tsx'
import { useExport } from './use-export.ts'
import './tables.css'

export const ExportPage = () => {
  const { t } = useWords()
  const { may } = useSession()
  const exporting = useExport()
  const lists = exportLists.filter((list) => may(listPermissions[list]))
  return (
    <Page title={t('tables.export.title')} width="form">
      <p className="quiet">{t('tables.export.about')}</p>
      <ExportNews exporting={exporting} />
      <ArrowList label={t('tables.export.title')} className="export-lists">
        {lists.map((list, index) => (
          <div key={list} className="export-line">
            <span>{t(`tables.list.${list}`)}</span>
            {tableFormats.map((format) => (
              <Button
                key={format}
                autoFocus={index === 0 && format === 'xlsx'}
                loading={exporting.isActing && exporting.list === list}
                disabled={exporting.isActing}
                onClick={() => void exporting.save(list, format)}
                aria-label={`${t(`tables.list.${list}`)} ${t('tables.export.as', { format: t(`tables.format.${format}`) })}`}
                data-testid={`export-${list}-${format}`}
              >
                {t(`tables.format.${format}`)}
              </Button>
            ))}
          </div>
        ))}
      </ArrowList>
    </Page>
  )
}
