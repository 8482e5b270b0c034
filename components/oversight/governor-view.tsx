import { BurnUp } from '@/components/look/burn-up'
import { Card, Facts } from '@/components/look/card'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { GovernorFigures } from '@/lib/oversight/governor.rules'
import type { GovernorQuality } from '@/lib/oversight/quality.rules'
import { needWords, shownWords } from '@/lib/oversight/words'
import { registerStatusWords } from '@/lib/sen-register/words'
import type { Shown } from '@/lib/oversight/suppress.rules'
import { FormatsCard } from './formats-card'
import { SencoCard } from './senco-card'
import { GovernorTable } from './governor-table'
import { GovernorQualityCard } from './quality-card'
import { StepsTable } from './steps-table'

type Props = {
  page: {
    today: IsoDate
    firstDay: IsoDate
    lastDay: IsoDate
    sencos: readonly string[]
    needs: Readonly<Record<string, string>>
    forGovernors: GovernorFigures
    qualityForGovernors: GovernorQuality
  }
}

type Line = { key: string; label: string; pupils: Shown }

function PupilList({ caption, lines }: { caption: string; lines: readonly Line[] | null }) {
  if (!lines) return <p>There are too few pupils to show this.</p>
  return (
    <dl className="govuk-summary-list" aria-label={caption}>
      {lines.map(({ key, label, pupils }) => (
        <div className="govuk-summary-list__row" key={key}>
          <dt className="govuk-summary-list__key">{label}</dt>
          <dd className="govuk-summary-list__value">{shownWords(pupils)}</dd>
        </div>
      ))}
    </dl>
  )
}

const SHARE_OF = {
  'full-year': 'of pupils here all year',
  everyone: 'of all pupils on the register this year',
}

/** The same page for a governor: figures alone, none below six, and no way to a pupil (1.13; P131). */
export function GovernorView({ page }: Props) {
  const { forGovernors: figures, needs } = page
  const { threeHeldPercent: share, formats } = figures
  return (
    <>
      <Card label="The duties at a glance">
        <Facts
          facts={[
            {
              term: 'Parent meetings held, of those needed this year',
              is: `${shownWords(figures.held)} of ${shownWords(figures.needed)}; ${shownWords(figures.expectedByNow)} were expected by now`,
            },
            { term: 'Pupils at risk or not met', is: shownWords(figures.behind) },
            {
              term: 'Agreed reviews overdue',
              is: `${shownWords(figures.reviewsOverdue)} of ${shownWords(figures.reviewsAgreed)}`,
            },
            { term: 'Pupils whose parents have not all been told', is: shownWords(figures.notTold) },
          ]}
        />
      </Card>
      <div className="cols">
        <div>
          <Card heading="Three parent meetings, by year group">
            <p className="small">
              “Not shown” stands where a figure would give one away that is fewer than 6.
            </p>
            <GovernorTable byYear={figures.byYear} />
          </Card>
          <Card heading="Meetings held against needed">
            {figures.burnUp ? (
              <BurnUp
                id="burn-up"
                title="Parent meetings held against needed"
                firstDay={page.firstDay}
                lastDay={page.lastDay}
                today={page.today}
                {...figures.burnUp}
              />
            ) : (
              <StepsTable steps={figures.steps} />
            )}
          </Card>
        </div>
        <div>
          <Card heading="Three for every pupil">
            {share && (
              <p>
                <b>{share.percent}%</b> {SHARE_OF[share.of]} have had three.
              </p>
            )}
            <Facts
              facts={[
                { term: 'Pupils on the register this year', is: shownWords(figures.pupils) },
                { term: 'Have had three', is: shownWords(figures.threeHeld) },
                { term: 'Fewer than three so far', is: shownWords(figures.fewerThanThree) },
              ]}
            />
          </Card>
          <GovernorQualityCard quality={page.qualityForGovernors} />
          <Card heading="By main need">
            <PupilList
              caption="Pupils by main need"
              lines={
                figures.byNeed?.map(({ key, pupils }) => ({
                  key: key ?? '',
                  label: needWords(key, needs),
                  pupils,
                })) ?? null
              }
            />
          </Card>
          <Card heading="SEN support and EHC plans">
            <PupilList
              caption="Pupils by status"
              lines={
                figures.byStatus?.map(({ key, pupils }) => ({
                  key,
                  label: registerStatusWords[key],
                  pupils,
                })) ?? null
              }
            />
          </Card>
          <SencoCard sencos={page.sencos} />
          {formats && (
            <FormatsCard
              figures={{
                'in-person': shownWords(formats['in-person']),
                video: shownWords(formats.video),
                phone: shownWords(formats.phone),
              }}
              note="Of the meetings that count."
            />
          )}
        </div>
      </div>
    </>
  )
}
