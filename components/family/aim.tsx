import type { ReactNode } from 'react'
import type { Tone } from '@/components/look/icon'
import { SpanPicture } from '@/components/look/span-picture'
import { ToneTag } from '@/components/look/state-tag'
import type { Aim as AimShown, Pace, Support } from '@/lib/family/rules'
import { wishForFamily } from '@/lib/outcome/long-term.words'
import { aimSentences, howOften, howOftenHappened, paceWords } from '@/lib/family/words'

const TONES: Record<Pace, Tone> = {
  reached: 'met',
  'getting-there': 'track',
  'just-begun': 'none',
  slower: 'risk',
}

/** How an aim is going: a word with its shape, and never red. */
export const PaceTag = ({ pace }: { pace: Pace }) => <ToneTag tone={TONES[pace]}>{paceWords[pace]}</ToneTag>

/** One kind of support in a sentence, and how often it has happened. */
export function SupportLine({ support, givenName }: { support: Support; givenName: string }) {
  const how = howOften(support, givenName)
  const happened = howOftenHappened(support)
  return (
    <p className="given">
      <b>{support.what}</b>
      {how && ` ${how}`}.{' '}
      {happened ? (
        <>
          It has happened <b>{happened}</b>.
        </>
      ) : (
        'How often it has happened is not written down yet.'
      )}
    </p>
  )
}

type Props = { aim: AimShown; support: readonly Support[]; givenName: string; picture?: ReactNode }

/** What we aim for, how far it has come, how we will know, and what is done for it (P92). */
export function Aim({ aim, support, givenName, picture }: Props) {
  const { start, now, target } = aimSentences(aim)
  return (
    <article className="outcome">
      <h3>{aim.willDo}</h3>
      {(aim.pace || aim.progress) && (
        <div className="span">
          {aim.pace && <PaceTag pace={aim.pace} />}
          {aim.progress && <SpanPicture span={aim.progress} />}
        </div>
      )}
      <p>
        {start}{' '}
        {now && (
          <>
            {now.when}: <b>{now.value}</b>.{' '}
          </>
        )}
        {target}
      </p>
      {aim.stepTo && (
        <p>
          It is a step on the way to this: <b>{aim.stepTo}</b>
        </p>
      )}
      {aim.wish && <p>{wishForFamily(aim.wish, givenName)}</p>}
      {aim.measure && <p className="soft small">How we will know: {aim.measure}</p>}
      {picture}
      {support.map((line) => (
        <SupportLine key={line.id} support={line} givenName={givenName} />
      ))}
    </article>
  )
}
