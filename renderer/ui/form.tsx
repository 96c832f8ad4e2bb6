/** Forms of the house: typed values that are kept, problems beside their fields, Enter goes on, Ctrl+Enter submits. */
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { DeskFault } from '../shell/call.ts'
import { useKept } from '../shell/kept.ts'
import { useKeys } from '../shell/keys.tsx'
import { useWords } from '../shell/words.tsx'
import './form.css'

export type Bound<T> = { readonly value: T; readonly onChange: (value: T) => void }

export type FormState<V extends object> = {
  readonly values: V
  readonly set: (changes: Partial<V>) => void
  /** Value and onChange of one field: `<TextInput {...form.bind('title')} />`. */
  readonly bind: <K extends keyof V>(name: K) => Bound<V[K]>
  /** Back to the initial values, after it was entered. */
  readonly clear: () => void
}

/**
 * Values of a form under a name that is unique in the product; they stay when the page is left, until `clear()`.
 * @param name such as `seals.use`
 */
export const useForm = <V extends object>(name: string, initial: V): FormState<V> => {
  const [values, setValues, clear] = useKept<V>(`form.${name}`, initial)
  const set = (changes: Partial<V>) => setValues((before) => ({ ...before, ...changes }))
  return {
    values,
    set,
    bind: (key) => ({
      value: values[key],
      onChange: (value) => setValues((before) => ({ ...before, [key]: value })),
    }),
    clear,
  }
}

const focusable =
  'input:not([disabled]):not([type=hidden]), textarea:not([disabled]), .ant-select:not(.ant-select-disabled) input, button[type=submit]:not([disabled]), [data-form-stop]'

type FormProps = {
  readonly label: string
  readonly onSubmit: () => void
  /** What Ctrl+Shift+Enter does: submit, and print what came of it. */
  readonly onSubmitAndPrint?: () => void
  readonly children: ReactNode
}

/** Enter in a field goes to the next one; in the last one, and Ctrl+Enter anywhere, it submits. */
export const EntryForm = ({ label, onSubmit, onSubmitAndPrint, children }: FormProps) => {
  const form = useRef<HTMLFormElement>(null)
  useKeys({ 'Ctrl+Enter': onSubmit, ...(onSubmitAndPrint && { 'Ctrl+Shift+Enter': onSubmitAndPrint }) })
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    const target = event.target
    if (!(target instanceof HTMLInputElement) || event.defaultPrevented) return
    if (target.getAttribute('aria-expanded') === 'true') return
    event.preventDefault()
    goOn(target)
  }
  const goOn = (target: HTMLElement) => {
    const stops = [...(form.current?.querySelectorAll<HTMLElement>(focusable) ?? [])].filter(
      (stop) => stop.offsetParent !== null && stop.tabIndex >= 0,
    )
    const next = stops[stops.indexOf(target) + 1]
    if (next === undefined) onSubmit()
    else {
      next.focus()
      if (next instanceof HTMLInputElement) next.select()
    }
  }
  // A closed list would take Enter to open itself; in a form Enter goes on, and the arrow keys open it.
  const onKeyDownCapture = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    const target = event.target
    if (!(target instanceof HTMLInputElement) || target.closest('.ant-select') === null) return
    const isSubmit = event.ctrlKey || event.metaKey
    // Text in a list's field is a choice not made yet, whether the list is drawn already or not.
    if (!isSubmit && (target.getAttribute('aria-expanded') === 'true' || target.value !== '')) return
    event.preventDefault()
    event.stopPropagation()
    if (isSubmit && event.shiftKey) onSubmitAndPrint?.()
    else if (isSubmit) onSubmit()
    else goOn(target)
  }
  return (
    <form
      ref={form}
      className="entry-form"
      aria-label={label}
      noValidate
      onKeyDown={onKeyDown}
      onKeyDownCapture={onKeyDownCapture}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

/** Words of the problems that a refusal found in one field, by its path in the input. */
export const useProblem = (fault: DeskFault | undefined, path: string): string | undefined => {
  const { tOf, clauses } = useWords()
  if (fault?.code !== 'invalid-input') return undefined
  const mine = fault.problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}.`))
  return mine.length === 0 ? undefined : clauses(mine.map((problem) => tOf(problem.reason, { detail: problem.detail })))
}

type FieldProps = {
  readonly label: string
  readonly hint?: ReactNode
  /** Path in the operation's input, to stand beside its problem. */
  readonly path?: string
  readonly fault?: DeskFault | undefined
  readonly problem?: string | undefined
  /** Marked beforehand, so that nobody learns it from a refusal. */
  readonly isRequired?: boolean
  /** Columns it takes of the form's twelve. */
  readonly span?: 2 | 3 | 4 | 6 | 8 | 9 | 12
  readonly children: ReactNode
}

export const Field = ({
  label,
  hint,
  path = '',
  fault,
  problem,
  isRequired = false,
  span = 6,
  children,
}: FieldProps) => {
  const { t } = useWords()
  const found = useProblem(fault, path)
  const wrong = problem ?? (path === '' ? undefined : found)
  return (
    <label className={`field span-${span}${wrong === undefined ? '' : ' is-wrong'}`}>
      <span className="field-label">
        <span>
          {label}
          {isRequired && (
            <span className="field-required" title={t('ui.required')} aria-label={t('ui.required')}>
              *
            </span>
          )}
        </span>
        {wrong !== undefined && (
          <em className="field-problem" role="alert">
            {wrong}
          </em>
        )}
      </span>
      {children}
      {hint !== undefined && <span className="field-hint">{hint}</span>}
    </label>
  )
}

/** A line of fields inside a form: twelve columns that fold together on a narrow window. */
export const Fields = ({ title, children }: { title?: string; children: ReactNode }) => (
  <fieldset className="fields">
    {title !== undefined && <legend>{title}</legend>}
    <div className="fields-grid">{children}</div>
  </fieldset>
)
