/** The code as a picture: dark modules of a QR code. */
import { create } from 'qrcode'

/** Dark modules of a QR code as runs in each row, for drawing as one path. */
export const codeRuns = (text: string): { size: number; runs: { x: number; y: number; length: number }[] } => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const runs: { x: number; y: number; length: number }[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue
      const from = x
      while (x + 1 < modules.size && modules.get(y, x + 1)) x++
      runs.push({ x: from, y, length: x - from + 1 })
    }
  }
  return { size: modules.size, runs }
}
