/** Pictures that are only pictures pass; anything that could act or reach out does not. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { impressionLimit, whyNotInert } from './impression.ts'

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 42 42"${attributes}>${inside}</svg>`
const why = (data: string): string | undefined => whyNotInert('image/svg+xml', data)

test('a drawn seal with text along a path passes', () => {
  const ring =
    '<circle cx="21" cy="21" r="20" fill="none" stroke="#c00"/><defs><path id="arc" d="M5 21a16 16 0 0 1 32 0"/></defs>'
  expect(
    why(
      svg(`${ring}<text font-size="4"><textPath href="#arc">样章有限公司 &amp; 子公司</textPath></text><!-- 样章 -->`),
    ),
  ).toBeUndefined()
  expect(why(`<?xml version="1.0" encoding="UTF-8"?>\n${svg(ring)}\n`)).toBeUndefined()
})

test.each([
  ['a script', svg('<script>alert(1)</script>')],
  ['a script in capitals', svg('<SCRIPT>alert(1)</SCRIPT>')],
  ['an event handler', svg('', ' onload="alert(1)"')],
  ['an outside image', svg('<image href="https://example.invalid/a.png"/>')],
  ['an outside path', svg('<textPath href="https://example.invalid/a.svg#x"/>')],
  ['a data reference', svg('<textPath xlink:href="data:image/svg+xml;base64,AAAA"/>')],
  ['a reuse that doubles itself', svg('<g id="a"><use href="#b"/><use href="#b"/></g>')],
  ['a link', svg('<a href="#x"><rect/></a>')],
  ['a style sheet', svg('<style>@import url(https://example.invalid/a.css)</style>')],
  ['a url in an attribute', svg('<rect fill="url(https://example.invalid/a)"/>')],
  ['a url in a style', svg('<rect style="fill: URL(https://example.invalid/a)"/>')],
  ['a foreign object', svg('<foreignObject><div/></foreignObject>')],
  ['an animation', svg('<set attributeName="href" to="https://example.invalid"/>')],
  ['a document type', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`],
  ['an unknown entity', svg('<text>&x;</text>')],
  ['a disguised reference', svg('<textPath href="&#104;ttps://example.invalid"/>')],
  ['a style instruction', `<?xml-stylesheet href="https://example.invalid/a.css"?>${svg('')}`],
  ['character data sections', svg('<![CDATA[<script>alert(1)</script>]]>')],
  ['an unquoted attribute', svg('<rect width=1 onload=alert(1) />')],
  ['another namespace', svg('', ' xmlns:h="http://www.w3.org/1999/xhtml"')],
  ['no drawing at all', '<html></html>'],
  ['something behind the drawing', `${svg('')}<script></script>`],
])('%s is refused', (_name, data) => {
  expect(why(data)).toBeDefined()
})

test('more than 200 kB is refused, counted in bytes', () => {
  expect(why(svg(`<text>${'章'.repeat(impressionLimit / 3)}</text>`))).toBe('size')
  expect(whyNotInert('image/png', `iVBORw0KGgoAAAANSUhEUgAA${'A'.repeat(280_000)}`)).toBe('size')
})

test('a PNG is told by its head, not by its name', () => {
  expect(
    whyNotInert(
      'image/png',
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    ),
  ).toBeUndefined()
  expect(whyNotInert('image/png', 'R0lGODlhAQABAAAAACw=')).toBe('png')
  expect(whyNotInert('image/png', 'iVBORw0KGgoAAAANSUhEUg<>')).toBe('base64')
})

test('whatever an attribute says, an element that is not on the list never passes', () => {
  const name = fc.stringMatching(/^[a-zA-Z]{1,12}$/)
  const allowed =
    /^(svg|g|path|circle|ellipse|rect|line|polyline|polygon|text|tspan|textPath|defs|title|desc|clipPath|mask|linearGradient|radialGradient|stop)$/
  fc.assert(
    fc.property(
      name,
      fc.string(),
      (element, value) => allowed.test(element) || why(svg(`<${element} x="${value}"/>`)) !== undefined,
    ),
  )
})
