/** Expected refusals of the register of exceptions; each is worded under `fault.<code>` in its words. */
export type ExceptionFault =
  | { code: 'exception-settled' }
  /** Settling says that an explanation was accepted: there has to be one. */
  | { code: 'exception-not-explained' }
  | { code: 'exception-own-act'; person: string }
  | { code: 'exception-own-explanation'; person: string }
