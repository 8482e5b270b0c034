import { Dock } from '@/components/class/dock'
import { Groups } from '@/components/class/groups'
import { NeedsCard } from '@/components/class/needs-card'
import { SheetProblem } from '@/components/class/sheet-problem'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { PageTitle } from '@/components/look/page-title'
import { weekdayDate } from '@/lib/calendar/iso-date'
import { getClassSheet } from '@/lib/class/queries'
import { groupsNotedWords } from '@/lib/class/words'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { addToSession, changeSession, noteRest, noteSession } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; classId: string }>
  searchParams: Promise<{ saved?: string; problem?: string }>
}

export default async function ClassSheetPage({ params, searchParams }: Props) {
  const { schoolSlug, classId: given } = await params
  const classId = idOrNotFound(given)
  const { saved, problem } = await searchParams
  const actor = await requireActor(schoolSlug)
  const sheet = await orNotFound(getClassSheet(actor, classId, now()))
  const place = { schoolSlug, classId }
  return (
    <div className="phone">
      <DocumentTitle>{`${sheet.name}, today`}</DocumentTitle>
      <BackLink href={`/schools/${schoolSlug}/classes`}>Back to classes</BackLink>
      <SheetProblem problem={problem} />
      {saved === 'rest' && (
        <p className="govuk-inset-text" role="status">
          The group is noted.
        </p>
      )}
      <PageTitle lead={`${weekdayDate(sheet.today)}, ${groupsNotedWords(sheet.noted)}`}>
        {sheet.name}, today
      </PageTitle>
      {sheet.pupils.length === 0 ? (
        <EmptyState heading="Nobody on the register here">
          <p>No pupil of {sheet.name} whom you work with is on the SEN register today.</p>
        </EmptyState>
      ) : (
        <div className="cols">
          <div>
            <p>
              <a className="act" href="#every-lesson">
                What each pupil needs in every lesson
              </a>
            </p>
            <p>
              <a className="act" href={`/schools/${schoolSlug}/classes/${classId}/cover`}>
                A sheet to print for a colleague who covers
              </a>
            </p>
            <Groups
              schoolSlug={schoolSlug}
              groups={sheet.groups}
              me={sheet.me}
              saved={saved}
              actions={{
                tap: (provisionId) => noteSession.bind(null, { ...place, provisionId }),
                retap: (provisionId) => changeSession.bind(null, { ...place, provisionId }),
                more: (provisionId) => addToSession.bind(null, { ...place, provisionId }),
                whole: noteRest.bind(null, place),
              }}
            />
            <Dock lines={sheet.rest} action={noteRest.bind(null, place)} />
          </div>
          <div>
            <NeedsCard schoolSlug={schoolSlug} pupils={sheet.pupils} lines={sheet.lines} />
          </div>
        </div>
      )}
    </div>
  )
}
