import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { cyclePolicy } from '@/lib/cycle/policy'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { isId, openPupil, type PupilHeader } from '@/lib/pupil/reads'
import { agreedIn } from './agreement.rules'
import { changeSentence, contentChanges } from './compare.words'
import type { PlanPart } from './content.schema'
import { findVersion, listVersions, type Version, type VersionLine } from './versions.reads'

type Asked = { pupilId: string; page: string; now: Date }

async function openVersions(tx: SchoolTx, actor: Actor, { pupilId, page, now }: Asked): Promise<PupilHeader> {
  const pupil = await openPupil(tx, actor, { pupilId, page, today: schoolDay(now), now })
  if (!cyclePolicy.read(actor, { schoolId: pupil.schoolId, pupilId }))
    throw new NotFound(`plan of pupil ${pupilId}`)
  return pupil
}

async function versionOf(tx: SchoolTx, pupilId: string, id: string): Promise<Version> {
  const version = isId(id) ? await findVersion(tx, pupilId, id) : null
  if (!version) throw new NotFound(`version ${id}`)
  return version
}

export type VersionsPage = { pupil: { id: string; name: string }; versions: VersionLine[] }

/** Every version of a pupil's plans, the newest first, for those who teach or support the pupil (6.49). */
export function getVersions(actor: Actor, pupilId: string, now: Date): Promise<VersionsPage> {
  return asActor(actor, async (tx) => {
    const { id, name } = await openVersions(tx, actor, { pupilId, page: 'plan/versions', now })
    return { pupil: { id, name }, versions: await listVersions(tx, pupilId) }
  })
}

export type VersionPage = { pupil: { id: string; name: string; givenName: string }; version: Version }

/** One version of a plan as it was published. */
export function getVersion(
  actor: Actor,
  pupilId: string,
  versionId: string,
  now: Date,
): Promise<VersionPage> {
  return asActor(actor, async (tx) => {
    const { id, name, givenName } = await openVersions(tx, actor, { pupilId, page: 'plan/version', now })
    return { pupil: { id, name, givenName }, version: await versionOf(tx, pupilId, versionId) }
  })
}

export type Compared = {
  pupil: { id: string; name: string }
  from: VersionLine
  to: VersionLine
  /** What is different, in whole sentences, by the part of the plan it is in. */
  sentences: { part: PlanPart; sentence: string }[]
}

/** Any two versions of a pupil's plans beside each other, in plain sentences; the older is always first. */
export function compareVersions(
  actor: Actor,
  pupilId: string,
  [one, other]: readonly [string, string],
  now: Date,
): Promise<Compared> {
  return asActor(actor, async (tx) => {
    const { id, name } = await openVersions(tx, actor, { pupilId, page: 'plan/compare', now })
    const both = [await versionOf(tx, pupilId, one), await versionOf(tx, pupilId, other)]
    both.sort((a, b) => a.cycleNumber - b.cycleNumber || a.number - b.number)
    const [from, to] = both as [Version, Version]
    const agreedWith = agreedIn(from.content.agreement, to.content.agreement)
    const said = { appliesFrom: to.appliesFrom, agreedWith }
    return {
      pupil: { id, name },
      from,
      to,
      sentences: contentChanges(from.content, to.content).map((change) => ({
        part: change.part,
        sentence: changeSentence(change, said),
      })),
    }
  })
}
