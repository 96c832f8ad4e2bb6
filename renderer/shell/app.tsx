/** The page as a whole: what the machine says, in which words and look, and which of the great states it is in. */
import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useLayoutEffect, useMemo } from 'react'
import { listenToKeys } from './keys.tsx'
import { MachineContext, useMachineState } from './machine.tsx'
import { followChanges, queries } from './queries.ts'
import type { Register } from './registers.ts'
import { RegistersContext } from './registry.tsx'
import { Safe } from './safe.tsx'
import { houseTheme } from './theme.ts'
import { Threshold } from './threshold.tsx'
import { WordsProvider } from './words.tsx'

const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

export const App = ({ registers }: { registers: readonly Register[] }) => {
  const machine = useMachineState()
  useEffect(followChanges, [])
  useEffect(listenToKeys, [])
  const isDark = machine?.isDark ?? false
  const language = machine?.language ?? 'zh-CN'
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
    document.documentElement.lang = language
  }, [isDark, language])
  const theme = useMemo(() => houseTheme(isDark), [isDark])
  if (machine === undefined) return null
  return (
    <MachineContext value={machine}>
      <WordsProvider language={language}>
        <ConfigProvider
          csp={{ nonce: nonce() }}
          theme={theme}
          locale={language === 'zh-CN' ? zhCN : enUS}
          button={{ autoInsertSpace: false }}
          wave={{ disabled: true }}
        >
          <AntApp component={false}>
            <QueryClientProvider client={queries}>
              <RegistersContext value={registers}>
                <Safe>
                  <Threshold />
                </Safe>
              </RegistersContext>
            </QueryClientProvider>
          </AntApp>
        </ConfigProvider>
      </WordsProvider>
    </MachineContext>
  )
}
