'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Hidden, Radios } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { linkPointsForm, pointsForm, toldPointsForm } from '@/lib/parent-point/schema'
import { type FormAction, type FormValues, valueOf } from '@/lib/platform/form-state'
import { aboutOptions, toldOptions } from './options'
import { PointBoxes } from './point-boxes'

type Props = { action: FormAction; initial: FormValues; title: string; givenName: string }

/** A parent who is signed in says what they bring to a meeting, or to the next one there will be. */
export function PointsForm({
  action,
  initial,
  title,
  givenName,
  hasMeeting,
}: Props & { hasMeeting: boolean }) {
  const { field, summary, pending, problems, formProps } = useGovukForm(pointsForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={valueOf(initial, 'formKey')} />
      <PointBoxes field={field} givenName={givenName} forParent withBringing={hasMeeting} />
      <SubmitButton pending={pending}>
        {hasMeeting ? 'Send to the school' : 'Send, and ask to talk'}
      </SubmitButton>
    </form>
  )
}

/** The same on the link without an account; of siblings who are met together it asks whom it is about. */
export function LinkPointsForm({
  action,
  initial,
  title,
  givenNames,
}: Omit<Props, 'givenName'> & { givenNames: readonly string[] }) {
  const { field, summary, pending, problems, formProps } = useGovukForm(linkPointsForm, action, initial)
  const [first = ''] = givenNames
  const isOne = givenNames.length === 1
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={valueOf(initial, 'formKey')} />
      {!isOne && (
        <Radios
          field={field('about')}
          legend="Who is this about?"
          hint="You can send this form again for the other"
          options={aboutOptions(givenNames)}
        />
      )}
      <PointBoxes field={field} givenName={isOne ? first : 'your child'} forParent withBringing />
      <SubmitButton pending={pending}>Send to the school</SubmitButton>
    </form>
  )
}

/** Somebody at school types in what a parent said they bring, in the parent’s words, with how they said it. */
export function ToldPointsForm({ action, initial, title, givenName }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(toldPointsForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={valueOf(initial, 'formKey')} />
      <Radios field={field('how')} legend="How did they tell you?" options={toldOptions} />
      <PointBoxes field={field} givenName={givenName} forParent={false} withBringing />
      <SubmitButton pending={pending}>Save in their words</SubmitButton>
    </form>
  )
}
