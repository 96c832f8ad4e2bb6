/**
 * The pages come from `app://sealbook`, a scheme of our own, under a strict content security policy.
 *
 * antd writes style elements at run time; each load of the page gets a fresh nonce that allows these and no others.
 */
import { protocol } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { devServer } from './dev-server.ts'

const scheme = 'app'
export const origin = `${scheme}://sealbook`

/** Stands in the built page where the nonce goes (`html.cspNonce` in vite.config.ts). */
const placeholder = 'SEALBOOK_NONCE'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
}

/** Has to happen before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function servePages(folder: string): void {
  const server = devServer()
  protocol.handle(scheme, (request) => {
    const url = new URL(request.url)
    if (url.origin !== origin && url.host !== 'sealbook') return new Response('No such desk', { status: 404 })
    return server === undefined ? serveFile(folder, url.pathname) : serveFromDevServer(server, url)
  })
}

async function serveFile(folder: string, pathname: string): Promise<Response> {
  const path = normalize(join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)))
  if (!path.startsWith(folder + sep)) return new Response('Not ours to give', { status: 403 })
  const bytes = await readFile(path).catch(() => undefined)
  if (bytes === undefined) return new Response('Nothing here', { status: 404 })
  const type = types[extname(path)] ?? 'application/octet-stream'
  return type.startsWith('text/html')
    ? page(bytes.toString('utf8'), '')
    : new Response(new Uint8Array(bytes), { headers: plain(type) })
}

async function serveFromDevServer(server: string, url: URL): Promise<Response> {
  const answer = await fetch(new URL(url.pathname + url.search, server))
  const type = answer.headers.get('content-type') ?? ''
  if (type.startsWith('text/html')) return page(await answer.text(), `${server.replace(/^http/, 'ws')} ${server}`)
  // The server answers a request for what it is about to bundle anew with a status of its own (504), which is passed on.
  const body = answer.status === 204 || answer.status === 304 ? null : await answer.arrayBuffer()
  return new Response(body, { status: answer.status, headers: { ...plain(type), 'cache-control': 'no-store' } })
}

function page(html: string, alsoConnect: string): Response {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${alsoConnect}`.trim(),
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = {
    ...plain('text/html; charset=utf-8'),
    'content-security-policy': policy,
    'cache-control': 'no-store',
  }
  return new Response(html.replaceAll(placeholder, nonce), { headers })
}

function plain(type: string): Record<string, string> {
  return { 'content-type': type, 'x-content-type-options': 'nosniff' }
}
