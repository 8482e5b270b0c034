import { Icon } from '@/components/look/icon'
import type { Help } from '@/lib/family/rules'

type GoProps = { href: string; children: string }

/** A full-width way to another page. */
export function Go({ href, children }: GoProps) {
  return (
    <a className="go" href={href}>
      <span>{children}</span>
      <Icon name="to" />
    </a>
  )
}

/** A telephone number that a phone can ring. */
export function Ring({ phone }: { phone: string }) {
  return (
    <a className="nowrap" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
      {phone}
    </a>
  )
}

/** "the school office on 01632 960 123": how to reach the school. */
export const Office = ({ help }: { help: Help }) => (
  <>the school office{help.officePhone && <> on {<Ring phone={help.officePhone} />}</>}</>
)

/** Free advice that is not from the school, named wherever a family reads; how to find it where the school has not said (P133, P137 to P139). */
export function Advice({ help }: { help: Help }) {
  const { adviceName, adviceUrl, advicePhone, localOfferUrl } = help
  const name = adviceName ?? 'Your local SENDIASS'
  return (
    <>
      <p>
        {adviceUrl ? <a href={adviceUrl}>{name}</a> : <b>{name}</b>}
        {advicePhone && (
          <>
            {' '}
            (<Ring phone={advicePhone} />)
          </>
        )}{' '}
        gives free, confidential advice on special educational needs to parents and young people. It does not
        work for the school. It can explain the plan and the money behind it, come to a meeting with you, and
        tell you of parents’ groups near you.
        {!adviceUrl &&
          !advicePhone &&
          ' To find it, search the internet for “SENDIASS” and the name of your council.'}
      </p>
      <p>
        {localOfferUrl ? (
          <>
            <a href={localOfferUrl}>The Local Offer</a> of your council lists
          </>
        ) : (
          'Your council’s Local Offer lists'
        )}{' '}
        the help there is near you, and what schools are expected to give.
        {!localOfferUrl && ' To find it, search the internet for “Local Offer” and the name of your council.'}
      </p>
    </>
  )
}
