/** The field that the whole desk goes back to. */
export const checkInFieldId = 'ingresso'
