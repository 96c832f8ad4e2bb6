/** `npm run build`: the app into `dist/`, when something it is made of has changed. */
import { ensureBuild } from '../runtime/app-build.ts'
import { runCommand } from '../runtime/talk.ts'

await runCommand(async () => {
  await ensureBuild()
  return 0
})
