/** The house's own lint rules: each finds what it is for, and leaves the rest alone. */
import { describe, expect, it } from 'vitest'
import { checkBorders } from './borders.ts'
import { checkCycles } from './cycles.ts'
import { checkManners } from './manners.ts'
import { checkWords, readForbiddenWords } from './words.ts'

const file = (path: string, ...lines: readonly string[]) => ({
  path,
  text: ['/** Purpose. */', ...lines, ''].join('\n'),
})
const bring = (target: string) => `import { x } from '${target}'`

describe('borders', () => {
  it('refuses a register that imports another', () => {
    const [finding] = checkBorders([file('electron/engine/seals/use.ts', bring('../contracts/check.ts'))])
    expect(finding?.problem).toContain('"seals" imports register "contracts"')
    expect(finding?.line).toBe(2)
  })

  it('sees it through other rooms and dynamic imports', () => {
    expect(checkBorders([file('renderer/seals/page.tsx', bring('../../shared/supplies/rules.ts'))])).toHaveLength(1)
    expect(checkBorders([file('renderer/seals/page.tsx', "await import('../people/list.tsx')")])).toHaveLength(1)
  })

  it('lets a register use its own rooms, what is common, and the composition root use all', () => {
    const allowed = [
      file('electron/engine/seals/use.ts', bring('../../../shared/seals/rules.ts'), bring('../journal/append.ts')),
      file('electron/engine/office.ts', bring('./seals/use.ts'), bring('./contracts/check.ts')),
    ]
    expect(checkBorders(allowed)).toEqual([])
  })

  it('keeps shared free of rooms and the engine free of Electron', () => {
    expect(checkBorders([file('shared/seals/rules.ts', bring('../../electron/engine/x.ts'))])).toHaveLength(1)
    expect(checkBorders([file('electron/engine/host.ts', bring('electron'))])).toHaveLength(1)
    expect(checkBorders([file('renderer/page.tsx', bring('../electron/wire.ts'))])).toHaveLength(1)
  })
})

describe('cycles', () => {
  it('tells a ring once, with its way', () => {
    const ring = [
      file('a/one.ts', bring('./two.ts')),
      file('a/two.ts', bring('./three.ts')),
      file('a/three.ts', bring('./one.ts')),
    ]
    expect(checkCycles(ring).map((finding) => finding.problem)).toEqual([
      'imports go round in a ring: a/one.ts → a/two.ts → a/three.ts → a/one.ts',
    ])
  })

  it('does not mind a type that comes back, but still keeps it inside its borders', () => {
    const back = file('a/two.ts', "import type { One } from './one.ts'", bring('./three.ts'))
    expect(checkCycles([file('a/one.ts', bring('./two.ts')), back, file('a/three.ts')])).toEqual([])
    expect(checkBorders([file('shared/x.ts', "import type {\n  A,\n} from '../electron/wire.ts'")])).toHaveLength(1)
  })

  it('accepts two ways to the same file', () => {
    const diamond = [
      file('a/top.ts', bring('./l.ts'), bring('./r.ts')),
      file('a/l.ts', bring('./x.ts')),
      file('a/r.ts', bring('./x.ts')),
      file('a/x.ts'),
    ]
    expect(checkCycles(diamond)).toEqual([])
  })
})

describe('manners', () => {
  it('asks for a sentence on top and a reason for length', () => {
    expect(checkManners([{ path: 'a.ts', text: 'export const a = 1\n' }])).toHaveLength(1)
    const lines = Array.from({ length: 260 }, () => 'export const a = 1')
    expect(checkManners([file('a.ts', ...lines)])).toHaveLength(1)
    expect(checkManners([file('a.ts', '// Long because: it is a table.', ...lines)])).toEqual([])
  })

  it('finds switched-off rules and left-out tests', () => {
    expect(checkManners([file('a.ts', ['// @ts', 'ignore'].join('-'))])).toHaveLength(1)
    expect(checkManners([file('a.test.ts', ['it', "skip('x')"].join('.'))])).toHaveLength(1)
  })
})

describe('words', () => {
  const forbidden = readForbiddenWords(
    '# Words\n## Not these\n| not | but |\n| --- | --- |\n| manager, helper | what it does |\n| common/ | what it holds |\n## More\n| x | y |\n',
  )

  it('reads its table and nothing after it', () => {
    expect([...forbidden.keys()]).toEqual(['manager', 'helper', 'common/'])
  })

  it('finds a word inside names of files and of code', () => {
    expect(checkWords([file('a/seal-manager.ts')], forbidden)).toHaveLength(1)
    expect(checkWords([file('a/seal.ts', ['export function', 'sealHelper() {}'].join(' '))], forbidden)).toHaveLength(1)
    expect(checkWords([file('a/common.ts')], forbidden)).toHaveLength(1)
    expect(checkWords([file('a/seal.ts', 'const common = 1')], forbidden)).toEqual([])
    expect(checkWords([file('a/seal.ts', 'export const managed = helpersOfOthers')], forbidden)).toEqual([])
  })
})
