import { localDayOf } from '../calendar/local-time.ts'
import type { PoolRules, RuleId } from '../rules/tenant-rules.ts'
import { drawSlot, promoteWaiting } from './allocate-slot.ts'
import { CapLedger } from './cap-ledger.ts'
import type { CapsOfSlot } from './cap-ledger.ts'
import { claimsOf } from './claims.ts'
import { compareText } from './compare-text.ts'
import { companionsOf, ComponentUse, freeAddOns } from './component-use.ts'
import { labelUnits } from './label-units.ts'
import type { SlotState } from './occupancy.ts'
import { OrgUse, splitByCeiling } from './org-ceilings.ts'
import { countsAsUse } from './recent-use.ts'
import { reserveSizesAt } from './reserve-sizes.ts'
import type { Standing } from './standing.ts'
import { candidatesOf } from './window-candidates.ts'
import type { Candidate } from './window-candidates.ts'
import { plainReasons, waitingReason } from './window-reasons.ts'
import type {
  WindowDecision,
  WindowInput,
  WindowPerson,
  WindowReason,
  WindowRequest,
  WindowSlot,
} from './window-types.ts'

export type WindowPhase = 'draw' | 'promotion'

/** A decision while its slot is still being decided. */
interface WindowNote extends WindowDecision {
  readonly admitted: { readonly person: string; readonly label: string }[]
  readonly refused: { readonly person: string; readonly reason: WindowReason }[]
  addOns: readonly RuleId[]
}

/** One pass over the slots of a window, with what each leaves to the next: caps used, places won, parts of bundles taken. */
export class WindowRun {
  readonly #notes = new Map<string, WindowNote>()
  readonly standings = new Map<string, Standing>()
  readonly #input: WindowInput
  readonly #phase: WindowPhase
  readonly #caps: CapLedger
  readonly #orgUse: OrgUse
  readonly #components: ComponentUse
  readonly #won = new Map<string, number>()

  constructor(input: WindowInput, phase: WindowPhase) {
    const { rules, slots, counted } = input
    this.#input = input
    this.#phase = phase
    this.#caps = new CapLedger(rules.caps)
    this.#orgUse = new OrgUse(rules.orgs)
    this.#components = new ComponentUse(rules, slots)
    for (const unit of counted) {
      this.#caps.on(unit.pool, unit).record([unit], unit.org)
      if (countsAsUse(rules.pools, unit.pool)) this.#orgUse.record(unit.org, unit.startsAt, 1)
    }
  }

  /** In the order in which slots and requests were looked at. */
  get decisions(): readonly WindowDecision[] {
    return [...this.#notes.values()]
  }

  decisionOn(id: string): WindowDecision | undefined {
    return this.#notes.get(id)
  }

  decide(slot: WindowSlot, requests: readonly WindowRequest[]): void {
    const { rules } = this.#input
    const pool = rules.pools[slot.pool]
    if (pool === undefined) throw new RangeError(`The rules have no pool ${slot.pool}`)
    if (pool.capacity === 0) return this.#close(requests)

    const { candidates, ineligible } = candidatesOf(requests, {
      rules,
      pool,
      predicates: this.#predicates(slot),
      recentUseOf: ({ person, recentUse = 0 }) => recentUse + (this.#won.get(person) ?? 0),
    })
    for (const { request, member, reason } of ineligible)
      this.#note(request).refused.push({ person: member.person, reason })
    for (const { request, standing } of candidates) {
      this.#note(request) // decisions stand in order of rank, whoever is decided first
      if (request.series?.mode === 'all') this.standings.set(request.id, standing)
    }

    const caps = this.#caps.on(slot.pool, slot)
    const uncapped = candidates.filter((candidate) => this.#withinCaps(candidate, slot, caps))
    const { kept, over } = this.#splitByCeiling(uncapped, slot)
    const late = over.flatMap((candidate) => this.#asIndividual(candidate, pool, slot))
    const everybody = [...kept, ...late]

    const state = this.#stateOf(slot, pool)
    const refused = new Set<number>()
    const grant = (position: number): boolean => {
      const isGranted = this.#grant(everybody[position], slot, caps)
      if (!isGranted) refused.add(position)
      return isGranted
    }
    const outcome =
      this.#phase === 'draw' ? drawSlot(state, kept, grant, late) : promoteWaiting(state, everybody, grant)
    const labels = labelUnits(pool.reserves, state, everybody, outcome)
    everybody.forEach((candidate, position) => {
      const given = labels.get(position)
      if (given !== undefined) this.#admit(candidate, given)
      // Who was refused for something beside the place was told so at once.
      else if (!refused.has(position)) {
        const { request, members } = candidate
        this.#refuse(request, members, waitingReason(outcome, members.length, position >= kept.length))
      }
    })
  }

  #admit({ request, members }: Candidate, labels: readonly string[]): void {
    const { admitted } = this.#note(request)
    for (const [at, { person }] of members.entries()) admitted.push({ person, label: labels[at] ?? 'OPEN' })
  }

  #stateOf(slot: WindowSlot, pool: PoolRules): SlotState {
    const { rules, now } = this.#input
    const predicates = this.#predicates(slot)
    const { incumbents = [], startsAt } = slot
    // Units that bundles of other pools took earlier in this window: in, and without a claim of their own.
    const withoutClaim = Math.max(
      0,
      pool.capacity - incumbents.length - this.#components.freeUnits(slot.pool, startsAt),
    )
    return {
      capacity: pool.capacity,
      openFirst: pool.precedence === 'reserveFirst' ? 0 : pool.precedence.openFirst,
      sizes: reserveSizesAt(pool.reserves, { now, slotStart: startsAt, holidays: rules.holidays ?? [] }),
      incumbents: [
        // By what they claim, so that labels do not hang on the order in which bookings were read.
        ...incumbents
          .map((incumbent) => claimsOf(pool.reserves, incumbent, predicates))
          .sort((left, right) => compareText(left.join(), right.join())),
        ...Array.from({ length: withoutClaim }, () => []),
      ],
    }
  }

  /** Caps and the other parts of a bundle, checked when the place itself is certain: all is taken together, or nothing (rule 24). */
  #grant(candidate: Candidate | undefined, slot: WindowSlot, caps: CapsOfSlot): boolean {
    if (candidate === undefined || !this.#withinCaps(candidate, slot, caps)) return false
    const { request, members } = candidate
    const { startsAt } = slot
    const bundle = this.#bundleOf(request)
    const companions = bundle === undefined ? [] : companionsOf(bundle, request.pool)
    const full = this.#components.findFull(companions, startsAt)
    if (full !== undefined) {
      this.#refuse(request, members, { code: 'BUNDLE_COMPONENT_FULL', pool: full })
      return false
    }
    this.#components.take(request.pool, startsAt, members.length)
    caps.record(members, request.org)
    const addOns =
      bundle === undefined ? [] : freeAddOns(this.#components, bundle, request.addOns ?? [], startsAt)
    for (const part of [...companions, ...addOns]) {
      this.#components.take(part.pool, startsAt, part.units)
      this.#caps.on(part.pool, slot).record(forOrganiser(members, part.units), request.org)
    }
    this.#note(request).addOns = addOns.map((part) => part.pool)
    if (countsAsUse(this.#input.rules.pools, request.pool)) {
      for (const { person } of members) this.#won.set(person, (this.#won.get(person) ?? 0) + 1)
      this.#orgUse.record(request.org, startsAt, members.length)
    }
    return true
  }

  #withinCaps({ request, members }: Candidate, slot: WindowSlot, caps: CapsOfSlot): boolean {
    const bundle = this.#bundleOf(request)
    const reached =
      caps.findReached(members, request.org) ??
      (bundle === undefined ? [] : companionsOf(bundle, request.pool))
        .map(({ pool, units }) =>
          this.#caps.on(pool, slot).findReached(forOrganiser(members, units), request.org),
        )
        .find((cap) => cap !== undefined)
    if (reached === undefined) return true
    this.#refuse(request, members, { code: 'CAP_REACHED', per: reached.per, limit: reached.max })
    return false
  }

  #splitByCeiling(candidates: readonly Candidate[], slot: WindowSlot) {
    const inSlot = (org: RuleId) => slot.incumbents?.filter((incumbent) => incumbent.org === org).length ?? 0
    return splitByCeiling(candidates, {
      orgOf: ({ request }) => request.org,
      unitsOf: ({ members }) => members.length,
      allowanceOf: (org) => this.#orgUse.allowance(org, slot.startsAt, inSlot(org)),
    })
  }

  /** Over the ceiling: out, or in again after everybody else and without the claim that the organisation gives (rule 23). */
  #asIndividual(candidate: Candidate, pool: PoolRules, slot: WindowSlot): readonly Candidate[] {
    const { request, members } = candidate
    const { org = '' } = request
    if (this.#input.rules.orgs[org]?.spill !== 'asIndividual') {
      this.#refuse(request, members, plainReasons.ORG_CEILING)
      return []
    }
    const units = members.map((member) => {
      const memberOf = member.memberOf?.filter((one) => one !== org) ?? []
      return claimsOf(pool.reserves, { ...member, memberOf }, this.#predicates(slot))
    })
    return [{ ...candidate, units }]
  }

  #predicates({ startsAt }: WindowSlot) {
    return { slotDay: localDayOf(startsAt), orgs: this.#input.rules.orgs }
  }

  #bundleOf({ bundle }: WindowRequest) {
    return bundle === undefined ? undefined : this.#input.rules.bundles[bundle]
  }

  #note({ id }: WindowRequest): WindowNote {
    const known = this.#notes.get(id)
    if (known !== undefined) return known
    const note: WindowNote = { id, admitted: [], refused: [], addOns: [] }
    this.#notes.set(id, note)
    return note
  }

  #refuse(request: WindowRequest, members: readonly WindowPerson[], reason: WindowReason): void {
    const { refused } = this.#note(request)
    for (const { person } of members) refused.push({ person, reason })
  }

  #close(requests: readonly WindowRequest[]): void {
    for (const request of requests.toSorted((left, right) => compareText(left.id, right.id)))
      this.#refuse(request, request.members, plainReasons.CLOSED)
  }
}

/** The other parts of a bundle count for the organiser. */
function forOrganiser(members: readonly WindowPerson[], units: number): readonly WindowPerson[] {
  const [organiser] = members
  return organiser === undefined ? [] : Array.from({ length: units }, () => organiser)
}
