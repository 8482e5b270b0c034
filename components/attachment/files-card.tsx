import { Card } from '@/components/look/card'
import type { AttachmentLine } from '@/lib/attachment/rules'
import { AttachmentForm } from './attachment-form'
import { AttachmentList } from './attachment-list'

type Props = {
  files: readonly AttachmentLine[]
  /** The address of the pupil, under which files are opened. */
  base: string
  /** The route that takes the next file; null where none may be added. */
  action: string | null
  formKey: string
  refused: { sentence: string; title: string } | null
  /** What to write beside a file, as an example. */
  hint?: string
}

/** The photos and files that hang on something, and where one is added. */
export function FilesCard({ files, base, action, formKey, refused, hint }: Props) {
  return (
    <Card heading="Photos and files" id="files">
      <AttachmentList files={files} base={base} />
      {files.length === 0 && <p>None yet.</p>}
      {action !== null && (
        <AttachmentForm
          key={files.length}
          action={action}
          formKey={formKey}
          refused={refused}
          {...(hint !== undefined && { hint })}
        />
      )}
    </Card>
  )
}
