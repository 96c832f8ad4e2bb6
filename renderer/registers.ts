/** All registers of the page in the order of the navigation; a register adds itself with one line. */
import { contractRegister } from './contracts/register.tsx'
import { deskRegister } from './desk/register.tsx'
import { peopleRegister } from './people/register.tsx'
import { reportsRegister } from './reports/register.tsx'
import { settingsRegister } from './settings/register.tsx'
import { sealRegister } from './seals/register.tsx'
import { suppliesRegister } from './supplies/register.tsx'
import { tableRegister } from './tables/register.tsx'
import type { Register } from './shell/registers.ts'

export const registers: readonly Register[] = [
  deskRegister,
  sealRegister,
  suppliesRegister,
  contractRegister,
  peopleRegister,
  tableRegister,
  reportsRegister,
  settingsRegister,
]
