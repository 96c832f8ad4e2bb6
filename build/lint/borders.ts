/** Who may import whom: registers never import each other, shared imports nothing of the rooms, the engine knows no Electron. */
import { importsOf, type Finding, type Source } from './files.ts'

const registers = ['seals', 'supplies', 'contracts', 'people', 'service', 'handbook']
const homes = ['shared', 'electron/engine', 'renderer']

/** The register whose room a path lies in; undefined for the rooms that belong to none, such as the composition root. */
export function registerOf(path: string): string | undefined {
  return registers.find((register) => homes.some((home) => path.startsWith(`${home}/${register}/`)))
}

export function checkBorders(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap(({ line, target }) => {
      const problem = refusal(source.path, target)
      return problem === undefined ? [] : [{ path: source.path, line, problem }]
    }),
  )
}

function refusal(path: string, target: string): string | undefined {
  const [here, there] = [registerOf(path), registerOf(target)]
  // A test may stage two registers together; the product's code gets such a fact handed in by the composition root.
  if (here !== undefined && there !== undefined && here !== there && !isTest(path)) {
    return `register "${here}" imports register "${there}": let the composition root hand the fact in`
  }
  if (path.startsWith('shared/') && /^(electron|renderer|build|tests)\//.test(target) && !isTest(path)) {
    return `shared imports ${target}: the language of the office depends on no room`
  }
  if (path.startsWith('renderer/') && /^(electron|build)(\/|$)/.test(target)) return `the page imports ${target}`
  if (path.startsWith('electron/') && target.startsWith('renderer/')) return `the shell or engine imports ${target}`
  if (path.startsWith('electron/engine/') && (target === 'electron' || /^electron\/(main|preload)\//.test(target))) {
    return `the engine imports ${target}: it is plain Node and runs without Electron too`
  }
  return undefined
}

function isTest(path: string): boolean {
  return path.includes('.test.') || path.startsWith('tests/')
}
