/** The stacked opinion cells of a request: each step's approvers, what they decided at the desk, and room to sign by hand. */
import type { Block } from '../flow.ts'
import type { GridPlace } from '../grid.ts'
import type { Mark, Press } from '../layout.ts'
import type { SealRequestFacts } from '../seal-request-facts.ts'
import { cell, framed, heightOf, type Area } from '../typeset.ts'

type Step = SealRequestFacts['steps'][number]
type Place = Step['places'][number]

/** Room for a name written by hand beside a private seal. */
const least = 17
const most = 48
const askedHeight = 5.5
const signHeight = 5.5

const askedText = ({ asked }: Place, { words }: Press): string =>
  asked
    .map(({ by, name }) => (by === 'role' ? words(`people.role.${name}`) : name))
    .join(words('documents.seal-request.or'))

const givenText = ({ given }: Place, { words }: Press): string =>
  given
    .map(({ name, standsFor, decision, at, opinion }) =>
      [
        words(`seals.approvals.${decision}`, { name }),
        standsFor === undefined ? undefined : words('seals.approvals.stands-for', { name: standsFor }),
        at,
        opinion,
      ]
        .filter((part) => part !== undefined && part !== '')
        .join(' · '),
    )
    .join('\n')

const opinion = (place: Place, step: Step, at: { x: number; w: number }, press: Press): Block => {
  const { words, measure } = press
  const said = givenText(place, press)
  const isRejected = place.given.some(({ decision }) => decision === 'rejected')
  const height = Math.min(most, Math.max(least, askedHeight + heightOf(said, 9, at.w - 2.4, measure) + signHeight + 1))
  const asked = words(`documents.seal-request.asked-${step.mode}`, { names: askedText(place, press) })
  return {
    height,
    draw: (y) => {
      const area: Area = { ...at, y, h: height }
      const body: Area = { ...area, y: y + askedHeight, h: height - askedHeight - signHeight }
      return [
        { mark: 'box' as const, ...area, weight: 0.5 },
        ...cell({ ...area, h: askedHeight }, asked, { size: 7.5, ink: 'grey' }, measure),
        ...cell(body, said, { size: 9, vertical: 'top', ...(isRejected ? { ink: 'red' as const } : {}) }, measure),
        ...cell(
          { ...area, y: y + height - signHeight, h: signHeight - 0.5 },
          words('documents.sign-date'),
          { size: 7, ink: 'grey', align: 'right' },
          measure,
        ),
      ]
    },
  }
}

/** A step's places below each other under one label; each may begin a page, with its label. */
const stepBlocks = (step: Step, index: number, { x, width, label }: GridPlace, press: Press): Block[] => {
  const { words, measure } = press
  const name = words('documents.seal-request.step', {
    step: index + 1,
    mode: words(`seals.approvals.${step.mode}`),
  })
  return step.places.map((place) => {
    const block = opinion(place, step, { x: x + label, w: width - label }, press)
    const labelled = (y: number): Mark[] => [
      { mark: 'box', x, y, w: label, h: block.height, weight: 0, fill: 'pale' },
      ...framed({ x, y, w: label, h: block.height }, name, { size: 8, align: 'center', ink: 'grey' }, measure),
      ...block.draw(y),
    ]
    return { height: block.height, draw: labelled }
  })
}

export const opinionBlocks = (facts: SealRequestFacts, place: GridPlace, press: Press): Block[] => {
  const { words, measure } = press
  const route = facts.route === undefined || facts.route === '' ? words('seals.approvals.plain-route') : facts.route
  const head: Block = {
    height: 6.5,
    isHeading: true,
    draw: (y) => {
      const area: Area = { x: place.x, y, w: place.width, h: 6.5 }
      return [
        { mark: 'box', ...area, weight: 0, fill: 'pale' },
        ...framed(area, words('documents.seal-request.opinions', { route }), { size: 8.5, align: 'center' }, measure),
      ]
    },
  }
  return [head, ...facts.steps.flatMap((step, index) => stepBlocks(step, index, place, press))]
}
