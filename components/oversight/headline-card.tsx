import { Card } from '@/components/look/card'
import { Details } from '@/components/look/details'
import { Meter } from '@/components/look/meter'
import { StateTag } from '@/components/look/state-tag'
import type { ParentMeetingStanding } from '@/lib/parent-meeting/rules'
import { type Figures, percentOf } from '@/lib/oversight/rules'
import { pupilsWords } from '@/lib/oversight/words'

type PartYearPupil = {
  pupilId: string
  name: string
  className: string | null
  standing: ParentMeetingStanding
  sentence: string
}

type Props = { school: string; figures: Figures; partYear: readonly PartYearPupil[] }

/** The strict three for everyone, and those of whom the year asks fewer listed apart, so that nothing is hidden (8.3). */
export function HeadlineCard({ school, figures, partYear }: Props) {
  const { fullYear, fewerThanThree } = figures
  const percent = percentOf(fullYear.met, fullYear.pupils)
  return (
    <Card heading="Three for every pupil">
      <p>
        <a href={`${school}/sen-register?few=1`}>
          {pupilsWords(fewerThanThree)} {fewerThanThree === 1 ? 'has' : 'have'} had fewer than three so far
        </a>
        , of {figures.pupils}.
      </p>
      {percent !== null && (
        <p>
          <b>{percent}%</b> of the {pupilsWords(fullYear.pupils)} here all year have had three ({fullYear.met}
          ).
        </p>
      )}
      {partYear.length > 0 && (
        <Details summary={`${pupilsWords(partYear.length)} of whom fewer are asked this year`}>
          <p className="small">
            On the register for part of the year, and without three so far. They are counted above as well.
          </p>
          <ul className="lines">
            {partYear.map(({ pupilId, name, className, standing, sentence }) => (
              <li key={pupilId}>
                <p>
                  <a href={`${school}/pupils/${pupilId}`}>{name}</a>
                  {className && `, ${className}`}
                </p>
                <p className="small">
                  <Meter held={standing.held} booked={standing.booked} required={standing.required} />{' '}
                  <StateTag state={standing.state} />
                </p>
                <p className="small soft">{sentence}</p>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Card>
  )
}
