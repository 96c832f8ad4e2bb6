/** What refuses bringing a stamped paper back to its entry (扫描归档); each is worded in archive-words.ts. */

export type ArchiveFault =
  /** The entry has its archive number already: the same scan came twice, or two papers claim one entry. */
  | { code: 'archived-already'; number: string; archiveNumber: string }
  /** A void entry has no paper to be archived. */
  | { code: 'archive-of-voided'; number: string }
  /** The office's own number stands on another entry. */
  | { code: 'archive-number-taken'; archiveNumber: string; number: string }
  /** The code was signed by no desk of this office, or does not fit its signature. */
  | { code: 'scan-foreign'; number: string }
  | { code: 'scan-forged'; number: string }
  /** A document of ours that belongs to no seal use, such as an issue slip. */
  | { code: 'scan-not-a-use'; number: string; form: string }
  /** Nothing here has this number. */
  | { code: 'scan-unknown'; number: string }
