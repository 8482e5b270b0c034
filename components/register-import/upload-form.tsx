'use client'

import { type SubmitEvent, useState } from 'react'
import { ErrorSummary } from '@/components/govuk/error-summary'
import { FileBox } from '@/components/govuk/file-box'
import { SubmitButton } from '@/components/govuk/submit-button'
import { DocumentTitle } from '@/components/look/document-title'
import { MOST_BYTES, TOO_BIG } from '@/lib/register-import/decode.rules'
import { FILE_FIELD } from '@/lib/register-import/upload.rules'
import { sendFile } from './send-file'

type Props = {
  /** The route that takes the file, by a plain POST too. */
  action: string
  /** Why the last file was refused, where the page came back without JavaScript. */
  problem: string | null
}

const CHOOSE = 'Select the register that you exported from your MIS'

/** Takes the file of a register. It is looked at before it is sent, and its way here is shown. */
export function UploadForm({ action, problem: refused }: Props) {
  const [problem, setProblem] = useState(refused)
  const [tries, setTries] = useState(0)
  /** The part that has been sent, from 0 to 1; all of it: the rows are being read. */
  const [sent, setSent] = useState<number | null>(null)

  const refuse = (sentence: string) => {
    setProblem(sentence)
    setTries((before) => before + 1)
    setSent(null)
  }

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sent !== null) return
    const data = new FormData(event.currentTarget)
    const file = data.get(FILE_FIELD)
    const wrong =
      !(file instanceof File) || file.name === '' ? CHOOSE : file.size >= MOST_BYTES ? TOO_BIG : null
    if (wrong !== null) {
      refuse(wrong)
      return
    }
    setProblem(null)
    setSent(0)
    void sendFile(action, data, setSent).then((answer) => {
      if ('problem' in answer) refuse(answer.problem)
      else window.location.assign(answer.to)
    })
  }

  const problems = problem === null ? [] : [{ field: FILE_FIELD, message: problem }]
  return (
    <form method="post" action={action} encType="multipart/form-data" onSubmit={onSubmit} noValidate>
      <DocumentTitle problems={problems}>Import the register</DocumentTitle>
      <ErrorSummary key={tries} problems={problems} />
      <FileBox
        name={FILE_FIELD}
        label="The register or the whole roll, as a CSV file"
        hint="Up to 20 MB. You see what would change before anything is written"
        accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
        problem={problem}
      />
      {sent !== null && <Sending part={sent} />}
      <SubmitButton pending={sent !== null}>Read the file</SubmitButton>
    </form>
  )
}

function Sending({ part }: { part: number }) {
  const words = part < 1 ? 'Sending the file' : 'Reading the rows and comparing them with the register'
  return (
    <div className="progress">
      <p role="status" id="sending">
        {words}. Nothing is written.
      </p>
      {part < 1 ? (
        <progress aria-labelledby="sending" value={part} max={1} />
      ) : (
        <progress aria-labelledby="sending" />
      )}
    </div>
  )
}
