/** `npm run demo`: the demonstration day, anywhere. */
import { runDemonstration } from '../runtime/demonstration.ts'
import { runCommand } from '../runtime/talk.ts'

await runCommand(runDemonstration)
