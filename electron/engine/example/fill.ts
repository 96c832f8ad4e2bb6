/** The example office: a believable company with a year of activity. */
import type { FillExample } from '../office/folder.ts'

export const fill: FillExample = async (office) => office.journal.head().n
