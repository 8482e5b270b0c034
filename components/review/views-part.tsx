import type { Field } from '@/components/govuk/field'
import { DateInput, TextArea } from '@/components/govuk/fields'
import { LINES, LONG_TEXT } from '@/lib/review/schema'
import { Part } from './part'

type Named =
  | 'parentViews'
  | 'parentViewsMissing'
  | 'invitedFirst'
  | 'invitedSecond'
  | 'pupilAskedOn'
  | 'pupilViews'
  | 'pupilViewsMissing'
  | 'support'

/** What parents and pupil say, each in their own words, or why not (6.54, R17, P60, P69). */
export function ViewsPart({ field, givenName }: { field: (name: Named) => Field; givenName: string }) {
  return (
    <Part id="views" heading="What they say" name="what they say">
      <DateInput
        field={field('pupilAskedOn')}
        legend={`When was ${givenName} asked?`}
        hint="Best some days before the review, by somebody they trust. Leave it empty where nobody asked"
      />
      <TextArea
        field={field('pupilViews')}
        label={`What does ${givenName} say about the help?`}
        hint="In their own words where you can: what they like, what helps, what they would change"
        limit={LONG_TEXT}
      />
      <TextArea
        field={field('pupilViewsMissing')}
        label={`Or why ${givenName}’s views could not be had`}
        limit={LINES}
        rows={2}
      />
      <TextArea
        field={field('parentViews')}
        label="What do the parents say?"
        hint="About the progress and the support, and what they see at home"
        limit={LONG_TEXT}
      />
      <TextArea
        field={field('parentViewsMissing')}
        label="Or why their views could not be had"
        hint="How they were invited, and what came of it"
        limit={LINES}
        rows={2}
      />
      <DateInput
        field={field('invitedFirst')}
        legend="If there was no answer: first invited on"
        hint="Two invitations without an answer are enough (Code 6.54)"
      />
      <DateInput field={field('invitedSecond')} legend="Invited again on" />
      <TextArea
        field={field('support')}
        label="Anything else about the support as a whole?"
        limit={LONG_TEXT}
        rows={3}
      />
    </Part>
  )
}
