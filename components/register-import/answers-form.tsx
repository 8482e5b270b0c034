'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Radios } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { longDate } from '@/lib/calendar/iso-date'
import type { FormAction } from '@/lib/platform/form-state'
import { yearGroupWords } from '@/lib/pupil/rules'
import { SOMEBODY_NEW } from '@/lib/register-import/answers.rules'
import type { AskLine } from '@/lib/register-import/preview.rules'
import { answersForm } from '@/lib/register-import/schema'
import { Changes } from './preview-lists'

type Candidate = AskLine['candidates'][number]

const whois = ({ name, yearGroup, className, upn }: Candidate) =>
  [
    name,
    yearGroup === null ? null : yearGroupWords(yearGroup),
    className,
    upn === null ? 'no UPN here' : `UPN ${upn}`,
  ]
    .filter((part) => part !== null)
    .join(', ')

const rowIs = ({ row, name, dateOfBirth, upn }: AskLine) =>
  [
    `Row ${row}: ${name}`,
    dateOfBirth === null ? null : `born ${longDate(dateOfBirth)}`,
    upn === null ? 'no UPN in the file' : `UPN ${upn}`,
  ]
    .filter((part) => part !== null)
    .join(', ')

/** Asks who a row is about, where its name and birthday are those of a pupil here and its UPN is not. */
export function AnswersForm({ action, asks }: { action: FormAction; asks: readonly AskLine[] }) {
  const initial = Object.fromEntries(asks.map(({ row, answer }) => [`answers.${row}`, answer ?? '']))
  const { field, summary, pending, formProps } = useGovukForm(answersForm, action, initial)
  return (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {asks.map((ask) => (
        <Radios
          key={ask.row}
          field={field(`answers.${ask.row}`)}
          legend={rowIs(ask)}
          options={[
            ...ask.candidates.map((candidate) => ({
              value: candidate.pupilId,
              label: `Yes, this is ${whois(candidate)}`,
              hint: candidate.changes.length > 0 ? <Changes changes={candidate.changes} /> : undefined,
            })),
            { value: SOMEBODY_NEW, label: 'No, this is somebody new' },
            { value: '', label: 'Not known yet: leave the row out' },
          ]}
        />
      ))}
      <SubmitButton pending={pending} secondary>
        Save these answers
      </SubmitButton>
    </form>
  )
}
