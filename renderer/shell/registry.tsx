/** The registers that the page was made with, for the parts of the shell that show or search them. */
import { createContext, use } from 'react'
import type { Hit, NextStep, PageEntry, Place, Register } from './registers.ts'

export const RegistersContext = createContext<readonly Register[]>([])

export const useRegisters = (): readonly Register[] => use(RegistersContext)

export const pageOf = (registers: readonly Register[], name: string): PageEntry | undefined =>
  registers.flatMap((register) => register.pages).find((page) => page.name === name)

export const registerOfPage = (registers: readonly Register[], name: string): Register | undefined =>
  registers.find((register) => register.pages.some((page) => page.name === name))

/** Where a record of this type is opened; undefined where no register does. */
export const placeOfRecord = (registers: readonly Register[], type: string, subject: string): Place | undefined => {
  for (const register of registers) {
    const open = register.opens?.[type]
    if (open !== undefined) return open(subject)
  }
  return undefined
}

export const stepsFor = (registers: readonly Register[], hit: Hit): NextStep[] =>
  registers.flatMap((register) => register.steps ?? []).filter((step) => step.type === hit.type)
