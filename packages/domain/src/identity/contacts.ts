/** How a town reaches a person. An e-mail address or a telephone number: one of the two is enough. */
export interface Contacts {
  readonly email: string | null
  readonly phone: string | null
}

export type ContactsRefusal = { readonly reason: 'no-contact' | 'bad-email' | 'bad-phone' }

export type ContactsDecision =
  | { readonly kept: true; readonly contacts: Contacts }
  | { readonly kept: false; readonly refusal: ContactsRefusal }

/** What may be kept of the contacts as typed: blank means none. */
export function decideContacts(typed: {
  readonly email?: string | undefined
  readonly phone?: string | undefined
}): ContactsDecision {
  const email = typed.email?.trim() ?? ''
  const phone = typed.phone?.trim() ?? ''
  if (email === '' && phone === '') return { kept: false, refusal: { reason: 'no-contact' } }
  const contacts = {
    email: email === '' ? null : findEmail(email),
    phone: phone === '' ? null : findPhone(phone),
  }
  if (contacts.email === undefined) return { kept: false, refusal: { reason: 'bad-email' } }
  if (contacts.phone === undefined) return { kept: false, refusal: { reason: 'bad-phone' } }
  return { kept: true, contacts: { email: contacts.email, phone: contacts.phone } }
}

/** An e-mail address with its domain in lower case; undefined for what mail cannot be sent to. At most 254 characters (RFC 5321). */
export function findEmail(text: string): string | undefined {
  const address = text.trim()
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const domain = address.slice(at + 1).toLowerCase()
  // Quoted local parts and bare addresses are legal and unknown in the wild: what looks like them is a slip of the hand.
  const isLocal =
    local.length <= 64 &&
    /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(local)
  const isDomain = /^([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u.test(domain)
  return at > 0 && isLocal && isDomain && address.length <= 254 ? `${local}@${domain}` : undefined
}

/** A telephone number as E.164; Italian when no country is said. Undefined for what cannot be dialled. */
export function findPhone(text: string): string | undefined {
  const dialled = text.trim().replace(/[\s./()-]/g, '')
  const international = dialled.replace(/^00/, '+')
  if (international.startsWith('+39')) return italian(international.slice(3))
  if (international.startsWith('+'))
    return /^\+[1-9]\d{6,14}$/.test(international) ? international : undefined
  return italian(dialled)
}

/** Italian numbers keep the zero of a landline after +39; mobile ones start with 3 (Piano nazionale di numerazione, delibera AGCOM 8/15/CIR). */
function italian(number: string): string | undefined {
  return /^(0\d{5,10}|3\d{8,9})$/.test(number) ? `+39${number}` : undefined
}
