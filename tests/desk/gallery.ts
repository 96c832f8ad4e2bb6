/** Keeps what a story shows: numbered screenshots and PDFs with a sentence each, and an index page beside them. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

type Piece = { readonly file: string; readonly text: string }

export type Gallery = {
  /** A screenshot of the window, once it rests. */
  readonly shot: (page: Page, name: string, text: string) => Promise<void>
  readonly pdf: (path: string, name: string, text: string) => void
  /** Writes the index page. */
  readonly close: () => void
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const show = ({ file, text }: Piece): string =>
  file.endsWith('.pdf')
    ? `<p>${escaped(text)} <a href="${file}">${file}</a></p>`
    : `<figure><img src="${file}" alt="${escaped(text)}"><figcaption>${escaped(text)}</figcaption></figure>`

const head = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>印簿：示例的一天</title>
<style>
  body { max-width: 1000px; margin: 2rem auto; padding: 0 1rem; font: 16px/1.6 sans-serif; color: #26282c; background: #f6f5f1 }
  img { width: 100%; border: 1px solid #ddd9d2 }
  figure { margin: 2rem 0 }
  figcaption { color: #5c6068 }
</style>
<h1>印簿 Sealbook：示例的一天 · a day at the desk</h1>
`
const foot = '</html>\n'

/** A chapter of a story, put behind what the page holds already. */
const pageOf = (before: string, heading: string | undefined, pieces: readonly Piece[]): string => {
  const title = heading === undefined ? [] : [`<h2>${escaped(heading)}</h2>`]
  return `${before}${[...title, ...pieces.map(show)].join('\n')}\n${foot}`
}

const isPiece = (name: string): boolean => /^\d\d-/.test(name)

/** What the chapters before left: their page without its end, and how many pieces it shows. */
const left = (folder: string): { before: string; count: number } => {
  const index = join(folder, 'index.html')
  const before = existsSync(index) ? readFileSync(index, 'utf8').replace(foot, '') : head
  return { before, count: readdirSync(folder).filter(isPiece).length }
}

/** @param folder where to keep it; what an earlier day left there is removed first */
export const openGallery = (folder: string): Gallery => {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (isPiece(name) || name === 'index.html') rmSync(join(folder, name))
  return keep(folder)
}

/** Goes on behind the chapters that lie in the folder: numbers continue, the page gets a heading. */
export const continueGallery = (folder: string, heading: string): Gallery => {
  mkdirSync(folder, { recursive: true })
  return keep(folder, heading)
}

const keep = (folder: string, heading?: string): Gallery => {
  const { before, count } = left(folder)
  const pieces: Piece[] = []
  const next = (name: string, ending: string): string =>
    `${String(count + pieces.length + 1).padStart(2, '0')}-${name}.${ending}`
  return {
    shot: async (page, name, text) => {
      const file = next(name, 'png')
      // Fonts and the last transition settle; nothing else is waited for by time.
      await page.waitForTimeout(350)
      await page.screenshot({ path: join(folder, file) })
      pieces.push({ file, text })
    },
    pdf: (path, name, text) => {
      const file = next(name, 'pdf')
      copyFileSync(path, join(folder, file))
      pieces.push({ file, text })
    },
    close: () => writeFileSync(join(folder, 'index.html'), pageOf(before, heading, pieces)),
  }
}
