'use client'

import { type SubmitEvent, useState } from 'react'
import { ErrorSummary } from '@/components/govuk/error-summary'
import { FileBox } from '@/components/govuk/file-box'
import { SubmitButton } from '@/components/govuk/submit-button'
import { sendFile } from '@/components/register-import/send-file'
import { MOST_BYTES, TOO_LARGE } from '@/lib/attachment/rules'
import { FILE_FIELD, KEY_FIELD, TITLE_FIELD } from '@/lib/attachment/upload.rules'

type Props = {
  /** The route that takes the file, by a plain POST too. */
  action: string
  formKey: string
  /** Why the last file was refused and what was typed, where the page came back without JavaScript. */
  refused: { sentence: string; title: string } | null
  /** What to write beside it, as an example. */
  hint?: string
}

const CHOOSE = 'Select a file'
const OF_WORK = 'For example her story of 20 November. Up to 200 characters'

/** Attaches a photo or a file; what was typed beside it stays, whatever is wrong with the file. */
export function AttachmentForm({ action, formKey, refused, hint = OF_WORK }: Props) {
  const [problem, setProblem] = useState(refused?.sentence ?? null)
  const [tries, setTries] = useState(0)
  const [isSending, setSending] = useState(false)

  const refuse = (sentence: string) => {
    setProblem(sentence)
    setTries((before) => before + 1)
    setSending(false)
  }

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isSending) return
    const data = new FormData(event.currentTarget)
    const file = data.get(FILE_FIELD)
    const wrong =
      !(file instanceof File) || file.name === '' ? CHOOSE : file.size > MOST_BYTES ? TOO_LARGE : null
    if (wrong !== null) {
      refuse(wrong)
      return
    }
    setProblem(null)
    setSending(true)
    void sendFile(action, data, () => undefined).then((answer) => {
      if ('problem' in answer) refuse(answer.problem)
      else window.location.assign(answer.to)
    })
  }

  const problems = problem === null ? [] : [{ field: FILE_FIELD, message: problem }]
  return (
    <form method="post" action={action} encType="multipart/form-data" onSubmit={onSubmit} noValidate>
      <ErrorSummary key={tries} problems={problems} />
      <input type="hidden" name={KEY_FIELD} value={formKey} />
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={TITLE_FIELD}>
          What does it show?
        </label>
        <div className="govuk-hint" id={`${TITLE_FIELD}-hint`}>
          {hint}
        </div>
        <input
          className="govuk-input"
          id={TITLE_FIELD}
          name={TITLE_FIELD}
          maxLength={200}
          autoComplete="off"
          aria-describedby={`${TITLE_FIELD}-hint`}
          defaultValue={refused?.title}
        />
      </div>
      <FileBox
        name={FILE_FIELD}
        label="Photo or file"
        hint="A photo (JPEG, PNG or WebP), a PDF or a Word document, up to 10 MB. Where and when a photo was taken is removed from it"
        accept="image/jpeg,image/png,image/webp,application/pdf,.docx"
        problem={problem}
      />
      {isSending && <p role="status">Sending the file.</p>}
      <SubmitButton pending={isSending} secondary>
        Attach
      </SubmitButton>
    </form>
  )
}
