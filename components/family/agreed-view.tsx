import { MeetingRecord } from '@/components/parent-meeting/meeting-record'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { Child, Help } from '@/lib/family/rules'
import type { MeetingRecordView } from '@/lib/parent-meeting/line.rules'
import { Advice, Office } from './help-links'
import { PrintButton } from './print-button'

type Props = { child: Child; on: IsoDate; record: MeetingRecordView; help: Help; base: string }

/** What was agreed at a meeting, as it was given to the parent (6.71). */
export function AgreedView({ child, on, record, help, base }: Props) {
  return (
    <>
      <BackLink href={base}>Back to {child.givenName}</BackLink>
      <PageTitle lead={`About ${child.givenName}, at ${help.schoolName}`}>
        Meeting on {longDate(on)}
      </PageTitle>
      <Card heading="What we agreed">
        <MeetingRecord record={record} givenName={child.givenName} forFamily />
        <PrintButton>Print this page</PrintButton>
      </Card>
      <Card heading="Not as you remember it?">
        <p>
          Tell <Office help={help} />. You can ask for a change, or for your own words to be added.
        </p>
        <h3>Help that is not from the school</h3>
        <Advice help={help} />
      </Card>
    </>
  )
}
