/** Presets of stamps 加盖预设: what one kind of document usually takes, kept by entry under a name, and which come first for a file. */
import { z } from 'zod'
import { overlayAfter } from '../../journal/overlay-after.ts'
import { subjectType } from '../../journal/subject.ts'
import { stamp } from './stamps.ts'

/** Records whose attachments are stamped. */
export const stampedOwners = ['seal_use', 'seal_request', 'contract'] as const
export type StampedOwner = (typeof stampedOwners)[number]

/** `any` is written out: an entry that sets a preset anew says all of it. */
export const stampPreset = z.object({
  id: z.string(),
  name: z.string(),
  of: z.enum(['any', ...stampedOwners]),
  /** Category of a use or a request, type of a contract. */
  documentType: z.string(),
  stamps: z.array(stamp),
  isRetired: z.boolean(),
})
export type StampPreset = z.output<typeof stampPreset>

export const presetSubject = subjectType<StampPreset>({
  name: 'stamp_preset',
  kinds: {
    'stamping.preset-set': stampPreset.omit({ id: true }),
    'stamping.preset-retired': stampPreset.pick({ isRetired: true }),
  },
  reduce: overlayAfter('stamping.preset-set'),
})

export type DocumentKind = { of: string; documentType: string }

/** How closely a preset is meant for a kind of document; undefined where it is meant for another. */
const closeness = (preset: DocumentKind, file: DocumentKind): number | undefined => {
  if (preset.of === 'any') return 2
  if (preset.of !== file.of) return undefined
  if (preset.documentType === 'any') return 1
  return preset.documentType === file.documentType ? 0 : undefined
}

/** Those that fit first, the closest before the wider ones; then the rest, which may be chosen all the same. */
export const presetsFor = (
  presets: readonly StampPreset[],
  file: DocumentKind,
): (StampPreset & { isMeant: boolean })[] =>
  presets
    .filter(({ isRetired }) => !isRetired)
    .map((preset) => ({ preset, rank: closeness(preset, file) }))
    .toSorted((a, b) => (a.rank ?? 9) - (b.rank ?? 9) || (a.preset.name < b.preset.name ? -1 : 1))
    .map(({ preset, rank }) => ({ ...preset, isMeant: rank !== undefined }))
