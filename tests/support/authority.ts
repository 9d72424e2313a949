import {generate} from 'selfsigned'

interface Certificate {
  readonly key: string
  readonly cert: string
}

/** A certificate authority to throw away, and certificates for every name below `example`. */
export interface Authority {
  /** Its own certificate, PEM. */
  readonly pem: string
  readonly certificates: Readonly<Record<'good' | 'expired' | 'other' | 'selfSigned', Certificate>>
}

const day = 24 * 60 * 60 * 1000

/** Makes an authority, which nobody trusts who is not told to. */
export async function makeAuthority(): Promise<Authority> {
  const usual = {keyType: 'ec', curve: 'P-256', algorithm: 'sha256'} as const
  const authority = await generate([{name: 'commonName', value: 'Nobody'}], {
    ...usual,
    extensions: [
      {name: 'basicConstraints', cA: true, critical: true},
      {name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true}
    ]
  })
  const make = async (name: string, isSigned: boolean, age = 0): Promise<Certificate> => {
    const made = await generate([{name: 'commonName', value: name}], {
      ...usual,
      ...(isSigned && {ca: {key: authority.private, cert: authority.cert}}),
      notBeforeDate: new Date(Date.now() - age - day),
      notAfterDate: new Date(Date.now() - age + day),
      extensions: [{name: 'subjectAltName', altNames: [{type: 2, value: name}]}]
    })
    return {key: made.private, cert: made.cert}
  }
  const [good, expired, other, selfSigned] = await Promise.all([
    make('*.faults.example', true),
    make('*.faults.example', true, 30 * day),
    make('elsewhere.example', true),
    make('*.faults.example', false)
  ])
  return {pem: authority.cert, certificates: {good, expired, other, selfSigned}}
}
