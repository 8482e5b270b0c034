import { z } from 'zod'
import { LastDayForm } from '@/components/absence/last-day-form'
import { ActForm } from '@/components/cycle/act-form'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { boxesOf } from '@/components/pupil/boxes'
import { getAbsence } from '@/lib/absence/queries'
import { awayReasonWords, awayWords } from '@/lib/absence/words'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../../where'
import { submitLastDay, submitWithdrawal } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; absenceId: string }> }

/** One time a pupil was away: until when, or that it was a mistake. */
export default async function AbsencePage({ params }: Props) {
  const place = placeOf(pupilPlace.extend({ absenceId: z.uuid() }), await params)
  const actor = await requireActor(place.schoolSlug)
  const { pupil, absence } = await orNotFound(getAbsence(actor, place, now()))
  const at = { ...place, version: absence.version }
  const title = `When was ${pupil.name} away?`
  return (
    <>
      <BackLink href={`${pupilAddress(place)}/absences`}>Back to days away</BackLink>
      <PageTitle lead={`${awayWords(absence)}. ${awayReasonWords[absence.reason]}`}>{title}</PageTitle>
      <div className="cols">
        <Card heading="Until when?">
          <LastDayForm
            action={submitLastDay.bind(null, at)}
            initial={boxesOf('until', absence.until)}
            title={title}
          />
        </Card>
        <Card heading="Was it a mistake?">
          <ActForm action={submitWithdrawal.bind(null, at)} button="Take it back" secondary>
            <p>It stays on this list as taken back, and counts no more.</p>
          </ActForm>
        </Card>
      </div>
    </>
  )
}
