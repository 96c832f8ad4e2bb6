/** How the example office is founded, before anything happens in it. */

/** Stands in the file while the example is being made: one that was cut short is removed at the next opening. */
export const filling = 'example-filling'

/** How long before now the example's company was founded. */
export const exampleSpanMs = 365 * 86_400_000

export const exampleFounding = {
  name: '江南精工装备有限公司（示例）',
  deskLetter: 'A',
  deskName: '总部行政前台',
  example: true,
  administrator: { name: '钱文静', staffNo: 'A0001' },
}
