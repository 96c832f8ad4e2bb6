/** Keeps what a story shows: numbered screenshots and PDFs with a sentence each, and an index page beside them. */
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
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

const pageOf = (pieces: readonly Piece[]): string => `<!doctype html>
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
${pieces.map(show).join('\n')}
</html>
`

/** @param folder where to keep it; what an earlier day left there is removed first */
export const openGallery = (folder: string): Gallery => {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (/^\d\d-|^index\.html$/.test(name)) rmSync(join(folder, name))
  const pieces: Piece[] = []
  const next = (name: string, ending: string): string =>
    `${String(pieces.length + 1).padStart(2, '0')}-${name}.${ending}`
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
    close: () => writeFileSync(join(folder, 'index.html'), pageOf(pieces)),
  }
}
