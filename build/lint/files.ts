/** What the house's own rules look at: every source file with its text and its imports. */
import { globSync, readFileSync } from 'node:fs'

export type Source = {
  /** Path from the checkout, with forward slashes. */
  readonly path: string
  readonly text: string
}

export type Finding = { readonly path: string; readonly line: number; readonly problem: string }

export function readSources(checkout: string): Source[] {
  const rooms = '{shared,electron,renderer,build,tests}/**/*.{ts,tsx,mjs}'
  return globSync([rooms, '*.ts'], { cwd: checkout, exclude: (path) => path.includes('node_modules') })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${checkout}/${path}`, 'utf8') }))
}

/** `isType`: gone at run time, so it ties nothing together there. */
export type Import = { readonly line: number; readonly target: string; readonly isType: boolean }

/** Static and dynamic imports and re-exports; relative targets are resolved to paths from the checkout. */
export function importsOf(source: Source): Import[] {
  const pattern =
    /(?:(\b(?:import type\b|export type \{)[^'"]*?)?\bfrom\s+|\bimport\s+|\bimport\(\s*)(['"])([^'"\n]+)\2/g
  return [...source.text.matchAll(pattern)].map((found) => ({
    line: lineAt(source.text, found.index),
    target: resolveFrom(source.path, found[3] ?? ''),
    isType: found[1] !== undefined,
  }))
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

function resolveFrom(path: string, target: string): string {
  if (!target.startsWith('.')) return target
  const parts = path.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
