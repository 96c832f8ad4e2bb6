/** Settings in three sheets: this machine, this desk, the office. */
import { Segmented } from 'antd'
import { useMachine } from '../shell/machine.tsx'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { Facts } from '../ui/facts.tsx'
import { Page } from '../ui/page.tsx'
import { OfficeSheet } from './office-sheet.tsx'
import { ProofSheet } from './proof-sheet.tsx'
import './settings.css'

const languages = ['zh-CN', 'en'] as const
const themes = ['system', 'light', 'dark'] as const

const MachineSheet = () => {
  const { t } = useWords()
  const machine = useMachine()
  return (
    <section className="panel settings-sheet" aria-label={t('settings.this-machine')}>
      <h2>{t('settings.this-machine')}</h2>
      <div className="settings-choices">
        <span>{t('settings.language')}</span>
        <Segmented
          value={machine.language}
          options={languages.map((value) => ({ value, label: t(`settings.language.${value}`) }))}
          onChange={machine.setLanguage}
        />
        <span>{t('settings.theme')}</span>
        <Segmented
          value={machine.theme}
          options={themes.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
          onChange={machine.setTheme}
        />
      </div>
      <Facts
        facts={[
          [t('settings.version'), machine.version],
          [t('settings.folder'), machine.folder],
          [t('settings.protection'), t(`settings.protection.${machine.keyProtection}`)],
        ]}
      />
    </section>
  )
}

const DeskSheet = () => {
  const { t } = useWords()
  const { office } = useSession()
  return (
    <section className="panel settings-sheet" aria-label={t('settings.desk')}>
      <h2>{t('settings.desk')}</h2>
      <Facts
        facts={[
          [t('settings.desk.letter'), office.desk?.letter],
          [t('found.desk-name'), office.desk?.name],
          [t('settings.desk.key'), <code key="fingerprint">{office.desk?.fingerprint}</code>],
          [t('settings.idle'), t('settings.idle.minutes', { count: office.idleMinutes })],
        ]}
      />
    </section>
  )
}

export const SettingsPage = () => {
  const { t } = useWords()
  const { may } = useSession()
  return (
    <Page title={t('settings.title')} width="form">
      <MachineSheet />
      <DeskSheet />
      <OfficeSheet />
      {may('audit.read') && <ProofSheet />}
    </Page>
  )
}
