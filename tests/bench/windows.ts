/** `start/cold` and `memory/idle`: the real app in the real Electron against an empty window of the same Electron. */
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { giveToDesk, seat } from './seat.ts'
import type { Shelf } from './offices.ts'
import { pssOf } from './pss.ts'
import { alternately, median, rowOf, type Row } from './row.ts'
import { say } from './say.ts'

/** Long enough for a busy machine, short enough that a broken start is told the same day. */
const patienceMs = 120_000
/** After this a window that nobody touches has settled. */
const idleMs = 8000

type Running = { process: ChildProcess; ready: Promise<number>; end: () => Promise<void> }

const launch = (args: readonly string[]): Running => {
  const begun = performance.now()
  const child = spawn(seat().executable, args, {
    cwd: seat().home,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      PATH: process.env['PATH'],
      DISPLAY: process.env['DISPLAY'],
      XAUTHORITY: process.env['XAUTHORITY'],
      ...seat().env,
      SEALBOOK_LANGUAGE: 'zh-CN',
    },
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ready = new Promise<number>((resolve, reject) => {
    const impatience = setTimeout(() => reject(new Error('the window did not come')), patienceMs)
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('bench: ')) {
        clearTimeout(impatience)
        if (line === 'bench: ready') resolve(performance.now() - begun)
        else reject(new Error(line))
      }
    })
    void exited.then(() => {
      clearTimeout(impatience)
      reject(new Error('the app ended before its window came'))
    })
  })
  return {
    process: child,
    ready,
    end: async () => {
      child.kill('SIGTERM')
      await Promise.race([exited, pause(10_000).then(() => child.kill('SIGKILL'))])
      await exited
    },
  }
}

/** The files of this folder that Electron itself loads, where the desk's person may read them. */
const stage = (): string => {
  const folder = mkdtempSync(join(seat().home, 'bench-'))
  cpSync(join(import.meta.dirname, 'in-electron'), folder, { recursive: true })
  giveToDesk(folder)
  return folder
}

const withOffice = async <T>(folder: string, use: (copy: string) => Promise<T>): Promise<T> => {
  const copy = mkdtempSync(join(seat().home, 'office-'))
  cpSync(folder, copy, { recursive: true })
  giveToDesk(copy)
  try {
    return await use(copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const empty = (staged: string): Running => launch([join(staged, 'empty')])
const desk = (staged: string, data: string): Running =>
  launch(['-r', join(staged, 'probe.cjs'), seat().app, '--data', data])

const timeOf = async (running: Running): Promise<number> => {
  try {
    return await running.ready
  } finally {
    await running.end()
  }
}

export const startCold = async (shelf: Shelf): Promise<Row> => {
  const staged = stage()
  return withOffice(shelf.folder(5000), async (data) => {
    const found = await alternately(
      { warm: 1, counted: 7 },
      () => timeOf(desk(staged, data)),
      () => timeOf(empty(staged)),
    )
    return rowOf({
      name: 'start/cold',
      ours: median(found.ours),
      baseline: median(found.baseline),
      target: 3.2,
      unit: 'ms',
      note: 'from spawn over signing in to the rows of a typed search, against spawn to ready-to-show of an empty window; the goal is 2.2',
    })
  })
}

export const memoryIdle = async (shelf: Shelf): Promise<Row> => {
  const staged = stage()
  const sizeOf = async (running: Running): Promise<number> => {
    try {
      await running.ready
      await pause(idleMs)
      return pssOf(running.process.pid ?? 0)
    } finally {
      await running.end()
    }
  }
  // Lent where it lies: three gigabytes are not copied for a look.
  const data = shelf.folder(1_000_000)
  giveToDesk(data)
  say('  (each side is left alone for a while before it is weighed)')
  const found = await alternately(
    { warm: 0, counted: 3 },
    () => sizeOf(desk(staged, data)),
    () => sizeOf(empty(staged)),
  )
  return rowOf({
    name: 'memory/idle',
    ours: median(found.ours),
    baseline: median(found.baseline),
    target: 2,
    unit: 'MB',
    note: 'proportional set size of all processes after a search in 1,000,000 entries and a rest, against an empty window',
  })
}
