/** Attachments as rows: by the record they belong to, and by content, since one file may serve several records. */
import { attachmentSubject } from '../../../shared/attachments/attachment.ts'
import { derivedTable } from '../store/derived.ts'

export const attachmentTables = [
  derivedTable(
    attachmentSubject,
    {
      owner: '$.of.subject',
      file: '$.file',
      erased: '$.erased.at',
      aside: '$.setAside.at',
      stamped: '$.stamped.original.file',
    },
    ['owner, subject', 'file', 'stamped'],
  ),
]
