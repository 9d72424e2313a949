import {errorCode, errorMessage} from '../failure.ts'

/** Why there was no answer. */
export type FaultKind =
  | 'unsafe' // an address that is not public; nothing was sent
  | 'no-host' // the name does not exist
  | 'resolver' // the name could not be looked up
  | 'certificate' // the certificate is for another name
  | 'untrusted' // the certificate has expired, or nobody known has signed it
  | 'timeout'
  | 'cancelled' // by `cancel`
  | 'failed' // refused, reset, or no HTTP

/** A request without an answer. */
export interface NetworkFault {
  readonly fault: FaultKind
  readonly reason: string
}

/** The codes of OpenSSL that Node gives for a certificate which names other hosts. */
const wrongName = 'ERR_TLS_CERT_ALTNAME_INVALID'
// https://nodejs.org/api/tls.html#x509-certificate-error-codes
const untrusted = /^(?:CERT_|CRL_|DEPTH_ZERO_|ERROR_IN_C|INVALID_|SELF_SIGNED_|UNABLE_TO_)/

/** The server was closing an idle connection as it was taken up again: that says nothing of the page. */
export class StaleConnection extends Error {}

/** A name that leads to an address which is not public. */
export class UnsafeAddress extends Error {}

/** A name without addresses. */
export class UnknownHost extends Error {
  readonly code = 'ENOTFOUND'
}

/** A request that we ended ourselves. */
export class Ended extends Error {
  readonly fault: FaultKind

  constructor(fault: FaultKind, reason: string) {
    super(reason)
    this.fault = fault
  }
}

/** What an error of Node.js, or one of these, says of a request. */
export function faultOf(error: unknown): NetworkFault {
  if (error instanceof Ended) return {fault: error.fault, reason: error.message}
  if (error instanceof UnsafeAddress) return {fault: 'unsafe', reason: error.message}
  const code = errorCode(error) ?? ''
  // Where several addresses were tried in vain, each has its own error.
  const reason = errorMessage(error instanceof AggregateError ? error.errors[0] : error)
  if (code === 'ENOTFOUND') return {fault: 'no-host', reason: 'there is no such host'}
  if (/^(?:EAI_|ESERVFAIL|EREFUSED|ETIMEOUT|ENODATA)/.test(code))
    return {fault: 'resolver', reason: `the name server failed (${code})`}
  if (code === wrongName) return {fault: 'certificate', reason: 'the certificate is for another name'}
  if (untrusted.test(code)) return {fault: 'untrusted', reason: `the certificate cannot be trusted (${code})`}
  return {fault: 'failed', reason: code && !reason.includes(code) ? `${reason} (${code})` : reason}
}
