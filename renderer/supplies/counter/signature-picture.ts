/** What was drawn on a pad as a PNG, cut to the ink, so that it is large on the printed slip. */

type Frame = { left: number; top: number; right: number; bottom: number }

/**
 * The least frame around everything that is not transparent; undefined where nothing is.
 * @param alpha one value a pixel, row after row
 */
export const frameOf = (alpha: ArrayLike<number>, width: number): Frame | undefined => {
  const frame = { left: width, top: Infinity, right: -1, bottom: -1 }
  for (let at = 0; at < alpha.length; at += 1) {
    if (alpha[at] === 0) continue
    const [x, y] = [at % width, Math.floor(at / width)]
    frame.left = Math.min(frame.left, x)
    frame.right = Math.max(frame.right, x)
    frame.top = Math.min(frame.top, y)
    frame.bottom = Math.max(frame.bottom, y)
  }
  return frame.right < 0 ? undefined : frame
}

const margin = 6

export const pictureOf = async (pad: HTMLCanvasElement): Promise<Uint8Array | undefined> => {
  const data = pad.getContext('2d')?.getImageData(0, 0, pad.width, pad.height).data
  const frame =
    data &&
    frameOf(
      Uint8Array.from({ length: data.length / 4 }, (_, pixel) => data[pixel * 4 + 3] ?? 0),
      pad.width,
    )
  if (!frame) return undefined
  const cut = document.createElement('canvas')
  cut.width = frame.right - frame.left + 1 + 2 * margin
  cut.height = frame.bottom - frame.top + 1 + 2 * margin
  cut.getContext('2d')?.drawImage(pad, margin - frame.left, margin - frame.top)
  const blob = await new Promise<Blob | null>((done) => cut.toBlob(done, 'image/png'))
  return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer())
}
