import { BurnUp } from '@/components/look/burn-up'
import { Card } from '@/components/look/card'
import { ToneTag } from '@/components/look/state-tag'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { YearBurnUp } from '@/lib/oversight/burn-up.rules'
import type { Figures } from '@/lib/oversight/rules'
import { backOnTrackWords, pupilsWords } from '@/lib/oversight/words'

type Props = {
  schoolSlug: string
  today: IsoDate
  figures: Figures
  burnUp: YearBurnUp
  firstDay: IsoDate
  lastDay: IsoDate
}

/** The year so far for those who lead the school: three meetings for everyone, held against needed (6.65). */
export function YearCard({ schoolSlug, today, figures, burnUp, firstDay, lastDay }: Props) {
  const { pupils, threeHeld, fewerThanThree, states, meetingsShort } = figures
  const register = `/schools/${schoolSlug}/sen-register`
  const back = backOnTrackWords(figures, burnUp.termEnds)
  return (
    <Card heading="The year so far">
      <p>
        {pupilsWords(pupils)} on the register.{' '}
        <b>
          {threeHeld} {threeHeld === 1 ? 'has' : 'have'} had three parent meetings
        </b>
        , <a href={`${register}?few=1`}>{fewerThanThree} fewer than three so far</a>.
      </p>
      <BurnUp
        id="year"
        title="Parent meetings held against needed"
        firstDay={firstDay}
        lastDay={lastDay}
        today={today}
        {...burnUp}
      />
      <dl className="govuk-summary-list small">
        <div className="govuk-summary-list__row">
          <dt className="govuk-summary-list__key">
            <ToneTag tone="track">On track</ToneTag>
          </dt>
          <dd className="govuk-summary-list__value">
            <a href={`${register}?state=on-track`}>{pupilsWords(states['on-track'])}</a>
          </dd>
        </div>
        <div className="govuk-summary-list__row">
          <dt className="govuk-summary-list__key">
            <ToneTag tone="risk">At risk</ToneTag>
          </dt>
          <dd className="govuk-summary-list__value">
            <a href={`${register}?state=at-risk`}>{pupilsWords(states['at-risk'])}</a>
            {meetingsShort > 0 && `, ${meetingsShort} ${meetingsShort === 1 ? 'meeting' : 'meetings'} short`}
          </dd>
        </div>
        <div className="govuk-summary-list__row">
          <dt className="govuk-summary-list__key">
            <ToneTag tone="miss">Not met</ToneTag>
          </dt>
          <dd className="govuk-summary-list__value">
            <a href={`${register}?state=not-met`}>{pupilsWords(states['not-met'])}</a>
          </dd>
        </div>
      </dl>
      <p>
        {back && `${back} `}
        <a href={`/schools/${schoolSlug}/oversight`}>See all figures</a>, or{' '}
        <a href={`/schools/${schoolSlug}/forecast`}>see the forecast</a>
      </p>
    </Card>
  )
}
