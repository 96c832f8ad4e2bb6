/** What a seal keeps of the acts that moved it: the last one, and who else was handed it side by side. */
import { z } from 'zod'

/** The act that brought a seal into its present state: an act of life, an outing or a handover. */
export const actRef = z.object({ type: z.string(), id: z.string(), number: z.string() })
export type ActRef = z.infer<typeof actRef>

/** Who else holds a seal by a handover that another desk did not know of. */
export const otherHolder = z.object({
  custodian: z.object({ id: z.string(), name: z.string() }).optional(),
  homeDesk: z.string(),
  handover: z.string(),
  on: z.string(),
})
