import { startRound } from '@/lib/meeting-round/commands'
import { aRoundSchool, NOW, starting } from './round'

type Own = Awaited<ReturnType<typeof aRoundSchool>>

/** A round that was just started in such a school, by its SENCO; nothing is proposed yet. */
export async function aStartedRound(own?: Own, over: Record<string, string> = {}) {
  const set = own ?? (await aRoundSchool())
  const actor = set.school.senco
  const started = await startRound(actor, starting(over), NOW)
  if (!started.ok) throw new Error(started.problems.map(({ message }) => message).join())
  return { ...set, actor, roundId: started.value.roundId }
}
