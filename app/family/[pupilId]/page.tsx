import { ChildView } from '@/components/family/child-view'
import { DocumentTitle } from '@/components/look/document-title'
import { ChooseTimeCard } from '@/components/meeting-round/choose-time-card'
import { Saved } from '@/components/pupil/saved'
import { getChild } from '@/lib/family/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireParentOf } from '@/lib/session/require'

type Props = { params: Promise<{ pupilId: string }>; searchParams: Promise<{ saved?: string }> }

const SAVED: Readonly<Record<string, string>> = {
  answered: 'The school has your answer',
  told: 'The school has what you wrote',
}

/** A parent's page about their child. */
export default async function ChildPage({ params, searchParams }: Props) {
  const { pupilId } = await params
  const { actor } = await requireParentOf(pupilId)
  const page = await orNotFound(getChild(actor, pupilId, now()))
  return (
    <>
      <DocumentTitle>{`${page.child.givenName}’s plan`}</DocumentTitle>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <ChooseTimeCard path={page.toChoose} givenName={page.child.givenName} />
      <ChildView {...page} base={`/family/${page.child.id}`} />
    </>
  )
}
