import { generateKeyPairSync, sign, createHash } from 'node:crypto'
import { sampleBook } from '../../../shared/documents/samples.ts'
import { openFace } from './font.ts'
import { layOutSheet, pressSheet, hashOfFacts } from './render.ts'
const { privateKey } = generateKeyPairSync('ed25519')
const face = openFace('node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
const desk = createHash('sha256').update('x').digest('hex')
const facts = sampleBook(Number(process.argv[2]))
for (let i = 0; i < 3; i++) {
  let worst = 0,
    last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    worst = Math.max(worst, now - last)
    last = now
  }, 1)
  const t0 = performance.now()
  const issue = {
    source: { facts, number: 'x', title: 't', impression: undefined },
    face,
    now: Date.now(),
    sign: (b: Uint8Array) => sign(null, b, privateKey),
    sheet: {
      version: 1 as const,
      form: facts.form,
      number: 'BP-A-2026-0007',
      print: 2,
      printedAt: '2026-11-23 16:00',
      printedBy: '赵敏',
      language: 'zh-CN',
      desk,
      head: desk,
      hash: hashOfFacts(facts),
      facts,
    },
  }
  const t1 = performance.now()
  const layout = layOutSheet(issue as any)
  const t2 = performance.now()
  if ('refused' in layout) throw 1
  const c0 = process.cpuUsage()
  const pdf = await pressSheet(issue as any, layout)
  const t3 = performance.now()
  console.log(
    facts.rows.length,
    layout.pages.length,
    'hash',
    (t1 - t0).toFixed(0),
    'layout',
    (t2 - t1).toFixed(0),
    'press',
    (t3 - t2).toFixed(0),
    'cpu',
    (process.cpuUsage(c0).user / 1000).toFixed(0),
    'bytes',
    pdf.length,
    'rss',
    (process.memoryUsage().rss / 1e6).toFixed(0),
    'worst block',
    worst.toFixed(0),
  )
  clearInterval(timer)
}
