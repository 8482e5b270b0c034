import { LetterSheet } from '@/components/invitation/letter-sheet'
import { PrintButton } from '@/components/family/print-button'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { PageTitle } from '@/components/look/page-title'
import { getChoiceLetters } from '@/lib/meeting-round/choice.queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { roundAddress, roundPlace } from '../../where'

type Props = { params: Promise<{ schoolSlug: string; roundId: string }> }

/** The letters that ask families without an email address to choose a time, made for paper. */
export default async function RoundLettersPage({ params }: Props) {
  const place = placeOf(roundPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { name, letters } = await orNotFound(getChoiceLetters(actor, place.roundId, now()))
  const title = 'Letters to print'
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <BackLink href={roundAddress(place)}>Back to the round</BackLink>
      <div className="noprint">
        <PageTitle lead={name}>{title}</PageTitle>
        {letters.length > 0 && <PrintButton>Print the letters</PrintButton>}
      </div>
      {letters.length === 0 && (
        <EmptyState heading="No letters to print">
          <p>Every family that has not chosen yet was asked by email.</p>
        </EmptyState>
      )}
      {letters.map(({ id, letter }) => (
        <LetterSheet letter={letter} key={id} />
      ))}
    </>
  )
}
