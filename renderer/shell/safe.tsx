/** A part that breaks is told on screen; what surrounds it, and everything typed elsewhere, stays. */
import { Component, type ReactNode } from 'react'
import { FaultNote } from '../ui/fault-note.tsx'
import { faultOf } from './call.ts'

export class Safe extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined }
  static getDerivedStateFromError = (error: unknown) => ({ error })
  override render() {
    if (this.state.error === undefined) return this.props.children
    return (
      <div className="shown-fault">
        <FaultNote fault={faultOf(this.state.error)} onRetry={() => this.setState({ error: undefined })} />
      </div>
    )
  }
}
