'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkboxes, Hidden, Radios } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { PROGRESS } from '@/lib/class-check/rules'
import { checkForm } from '@/lib/class-check/schema'
import { progressWords } from '@/lib/class-check/words'
import { SIGNS } from '@/lib/concern/rules'
import { signWords } from '@/lib/concern/words'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  action: FormAction
  title: string
  formKey: string
  pupils: readonly { pupilId: string; name: string }[]
}

const progress = PROGRESS.map((value) => ({ value, label: progressWords[value] }))
const signs = SIGNS.map((value) => ({ value, label: signWords[value] }))

/** One tap for each pupil of a class, and which signs where progress is less than expected (6.17, P02). */
export function CheckForm({ action, title, formKey, pupils }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(checkForm, action, {})
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={formKey} />
      {pupils.map(({ pupilId, name }) => (
        <section className="card" key={pupilId} aria-label={name}>
          <Radios field={field(`pupils.${pupilId}.progress`)} legend={name} options={progress} inline />
          <details open={problems.some((problem) => problem.field === `pupils.${pupilId}.signs`)}>
            <summary>
              Signs you see<span className="govuk-visually-hidden"> in {name}</span>
            </summary>
            <Checkboxes
              field={field(`pupils.${pupilId}.signs`)}
              legend={
                <>
                  Which signs, if less than expected?
                  <span className="govuk-visually-hidden"> {name}</span>
                </>
              }
              options={signs}
            />
          </details>
        </section>
      ))}
      <SubmitButton pending={pending}>Save the check</SubmitButton>
    </form>
  )
}
