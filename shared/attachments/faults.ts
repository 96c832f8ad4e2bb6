/** Expected refusals of attachments; each is worded under `fault.<code>` in this room's words. */
export type AttachmentFault =
  | { code: 'attachment-too-large'; megabytes: number }
  | { code: 'attachment-empty'; name: string }
  /** Only PDF, PNG and JPEG are scans. */
  | { code: 'attachment-not-a-scan'; name: string }
  /** The same content belongs to this record already, or, as a scan, to any. */
  | { code: 'attachment-there'; name: string; at: string; id: string; record: string }
  /** The journal names a file that is not in the data folder, or that is not as it was written. */
  | { code: 'attachment-missing'; name: string }
  | { code: 'attachment-damaged'; name: string }
  | { code: 'attachment-erased'; name: string; at: string }
  /** The engine that held the beginning of this file is gone: it is sent again from its start. */
  | { code: 'upload-lost' }
