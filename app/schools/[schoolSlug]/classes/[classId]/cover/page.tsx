import { CoverSheet } from '@/components/cover-sheet/cover-sheet'
import { HowToPrint } from '@/components/family/how-to-print'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { getCoverSheet } from '@/lib/cover-sheet/queries'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireStaff } from '@/lib/session/require'

type Props = { params: Promise<{ schoolSlug: string; classId: string }> }

/** A class on one sheet, to be printed for a colleague who covers. */
export default async function CoverSheetPage({ params }: Props) {
  const { schoolSlug, classId } = await params
  const { actor, school } = await requireStaff(schoolSlug)
  const sheet = await orNotFound(getCoverSheet(actor, idOrNotFound(classId), now()))
  return (
    <>
      <DocumentTitle>{`${sheet.name}, for whoever covers`}</DocumentTitle>
      <BackLink href={`/schools/${schoolSlug}/classes/${sheet.id}`}>Back to {sheet.name}</BackLink>
      <HowToPrint what="this sheet" />
      <CoverSheet schoolName={school.name} className={sheet.name} today={sheet.today} pupils={sheet.pupils} />
    </>
  )
}
