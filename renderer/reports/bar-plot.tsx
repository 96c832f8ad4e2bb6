/** A plot of bars: one value per name, with the value written on it; the table beside it says the same. */
import { barsOf } from '../../shared/office/bars.ts'
import './reports.css'

/** `mark`: what the value is held against, drawn as a line across the bar. */
type Bar = { readonly name: string; readonly value: number; readonly mark?: number | undefined }

const height = 120
const barWidth = 44
const step = 72
const foot = 20
const head = 18

type Props = {
  readonly label: string
  readonly bars: readonly Bar[]
  /** Leaves the room to what stands below. */ readonly isLow?: boolean
}

export const BarPlot = ({ label, bars, isLow = false }: Props) => {
  const values = bars.map(({ value }) => value)
  const {
    zero,
    bars: places,
    marks,
  } = barsOf(
    values,
    bars.flatMap(({ mark }) => mark ?? []),
  )
  const floor = head + zero * height
  return (
    <svg
      className={isLow ? 'bar-plot is-low' : 'bar-plot'}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${bars.length * step} ${height + foot + head}`}
      preserveAspectRatio="xMinYMid meet"
    >
      <line className="bar-floor" x1={0} x2={bars.length * step} y1={floor} y2={floor} />
      {bars.map((bar, index) => {
        const { from = zero, to = zero } = places[index] ?? {}
        const top = head + from * height
        const left = index * step + (step - barWidth) / 2
        const middle = left + barWidth / 2
        const mark = marks[index] === undefined ? undefined : head + marks[index] * height
        // The figure is that of the bar: above it, unless the line of the plan runs through there.
        const above = mark !== undefined && mark <= top && top - mark < head ? mark : top
        return (
          <g key={bar.name}>
            <rect
              className={bar.mark !== undefined && bar.value > bar.mark ? 'bar is-over' : 'bar'}
              x={left}
              y={top}
              width={barWidth}
              height={(to - from) * height}
            />
            {mark !== undefined && (
              <line className="bar-mark" x1={left - 6} x2={left + barWidth + 6} y1={mark} y2={mark} />
            )}
            <text className="bar-value" x={middle} y={above - 5}>
              {bar.value}
            </text>
            <text className="bar-name" x={middle} y={head + height + 15}>
              {bar.name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
