import { poloCivico } from './polo-civico.ts'

/** A disc in the accent with a drawing on it. */
const drawn = (accent: string, mid: string, white: string, tinted: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 56"><circle cx="28" cy="28" r="26" fill="${accent}"/><path d="${tinted}" fill="${mid}"/><path d="${white}" fill="#fff"/></svg>`

export const romaMunicipioVii = poloCivico({
  number: 'VII',
  // The tuff of the aqueducts.
  theme: { accent: '#6b4413', accentDark: '#462c0c', accentTint: '#f5f0e8', accentMid: '#cdb893' },
  emblem: {
    svg: drawn(
      '#6b4413',
      '#cdb893',
      'M10 24h36v4H10zM12 30h8v12h-8zM24 30h8v12h-8zM36 30h8v12h-8z',
      'M14 16h28v5H14zM9 43h38v3H9z',
    ),
    description: { it: 'Pilastri di un acquedotto', en: 'Piers of an aqueduct' },
  },
  address: 'Piazza di Cinecittà 11',
  postalCode: '00174',
  coordinates: { latitude: 41.8487, longitude: 12.5737 },
  phone: '+39 06 000107',
})

export const romaMunicipioViii = poloCivico({
  number: 'VIII',
  // Ivy on old brick.
  theme: { accent: '#355216', accentDark: '#22350e', accentTint: '#eff3ea', accentMid: '#aebf98' },
  emblem: {
    svg: drawn(
      '#355216',
      '#aebf98',
      'M28 10l12 12-4 4-8-8-8 8-4-4zM18 28h20v14h-7v-8h-6v8h-7z',
      'M8 43h40v3H8z',
    ),
    description: { it: 'Una casa sotto un tetto aperto', en: 'A house under an open roof' },
  },
  address: 'Via Benedetto Croce 50',
  postalCode: '00142',
  coordinates: { latitude: 41.8405, longitude: 12.4925 },
  phone: '+39 06 000108',
})

export const romaMunicipioIx = poloCivico({
  number: 'IX',
  // The lake at dusk.
  theme: { accent: '#11506b', accentDark: '#0b3446', accentTint: '#e9f1f5', accentMid: '#94b9c9' },
  emblem: {
    svg: drawn(
      '#11506b',
      '#94b9c9',
      'M17 12h22v22H17zM21 16v4h4v-4zM31 16v4h4v-4zM21 24v4h4v-4zM31 24v4h4v-4z',
      'M8 38h40v2.5H8zM12 43h32v2.5H12z',
    ),
    description: { it: 'Un palazzo quadrato sull’acqua', en: 'A square building by the water' },
  },
  address: 'Via Ignazio Silone 100',
  postalCode: '00143',
  coordinates: { latitude: 41.8132, longitude: 12.4778 },
  phone: '+39 06 000109',
})

export const romaMunicipioXii = poloCivico({
  number: 'XII',
  // Evening over the Janiculum.
  theme: { accent: '#583a7a', accentDark: '#39264f', accentTint: '#f1eef5', accentMid: '#b9a9ca' },
  emblem: {
    svg: drawn(
      '#583a7a',
      '#b9a9ca',
      'M26.5 12h3v26h-3zM20 18c0-7 4-8 8-8s8 1 8 8c0 5-3 8-8 8s-8-3-8-8z',
      'M6 40c8-6 36-6 44 0l-3 5H9z',
    ),
    description: { it: 'Un pino su un colle', en: 'A pine on a hill' },
  },
  address: 'Via Fabiola 14',
  postalCode: '00152',
  coordinates: { latitude: 41.8758, longitude: 12.4503 },
  phone: '+39 06 000112',
})
