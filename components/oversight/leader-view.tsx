import type { ComponentProps } from 'react'
import { Bars, type BarRow } from '@/components/look/bars'
import { BurnUp } from '@/components/look/burn-up'
import { Card } from '@/components/look/card'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { YearBurnUp } from '@/lib/oversight/burn-up.rules'
import type { GovernorFigures } from '@/lib/oversight/governor.rules'
import type { Quality } from '@/lib/oversight/quality.rules'
import type { Figures } from '@/lib/oversight/rules'
import { needWords, paceWords, yearWords } from '@/lib/oversight/words'
import { everyone, filterQuery, type RegisterFilters } from '@/lib/sen-register/filter.rules'
import { registerStatusWords } from '@/lib/sen-register/words'
import { FormatsCard } from './formats-card'
import { SencoCard } from './senco-card'
import { GovernorTable } from './governor-table'
import { HeadlineCard } from './headline-card'
import { LeaderStrip } from './leader-strip'
import { QualityCard } from './quality-card'

type Props = {
  school: string
  page: {
    today: IsoDate
    firstDay: IsoDate
    lastDay: IsoDate
    sencos: readonly string[]
    needs: Readonly<Record<string, string>>
    figures: Figures
    burnUp: YearBurnUp
    partYear: ComponentProps<typeof HeadlineCard>['partYear']
    forGovernors: GovernorFigures
    quality: Quality
  }
}

/** The figures of the year duty by duty, each a way to the pupils behind it (P127, P131, P132). */
export function LeaderView({ school, page }: Props) {
  const { figures, burnUp } = page
  const { formats } = figures
  const on = (asked: Partial<RegisterFilters>) =>
    `${school}/sen-register${filterQuery({ ...everyone, ...asked })}`
  const years: BarRow[] = figures.byYear.map(({ key, counts }) => ({
    key: String(key),
    label: yearWords(key),
    counts,
    ...(key === null ? {} : { href: on({ year: key }) }),
  }))
  const needs: BarRow[] = figures.byNeed.map(({ key, counts }) => ({
    key: key ?? '',
    label: needWords(key, page.needs),
    counts,
    ...(key === null ? {} : { href: on({ need: key }) }),
  }))
  const statuses: BarRow[] = figures.byStatus.map(({ key, counts }) => ({
    key,
    label: registerStatusWords[key],
    counts,
    href: on({ status: key }),
  }))
  const total = { label: 'School', counts: figures.states }
  const extra = figures.extra > 0 ? ` ${figures.extra} of them beyond what was needed of the pupil.` : ''
  return (
    <>
      <LeaderStrip school={school} figures={figures} />
      <div className="cols">
        <div>
          <Card heading="Three parent meetings, by year group">
            <Bars caption="Pupils by year group and state" rowsAre="Year" rows={years} total={total} />
          </Card>
          <Card heading="Meetings held against needed">
            <BurnUp
              id="burn-up"
              title="Parent meetings held against needed"
              firstDay={page.firstDay}
              lastDay={page.lastDay}
              today={page.today}
              {...burnUp}
            />
            <p>{paceWords(figures, burnUp)}</p>
            <p>
              <a href={`${school}/forecast`}>See the forecast, and what if</a>
            </p>
          </Card>
          <Card heading="By main need">
            <Bars caption="Pupils by main need and state" rowsAre="Need" rows={needs} />
          </Card>
          <Card heading="SEN support and EHC plans">
            <Bars caption="Pupils by status and state" rowsAre="Status" rows={statuses} />
          </Card>
        </div>
        <div>
          <QualityCard quality={page.quality} />
          <HeadlineCard school={school} figures={figures} partYear={page.partYear} />
          <SencoCard sencos={page.sencos} />
          <FormatsCard
            figures={{
              'in-person': String(formats['in-person']),
              video: String(formats.video),
              phone: String(formats.phone),
            }}
            note={`Of the ${figures.held + figures.extra} that count.${extra}`}
          />
        </div>
      </div>
      <Card heading="What governors see">
        <p className="small">
          Figures only. Numbers under 6 are not shown, and others are hidden where they would give one of
          those away.
        </p>
        <GovernorTable byYear={page.forGovernors.byYear} />
      </Card>
    </>
  )
}
