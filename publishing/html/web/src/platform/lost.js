/** The platform cannot be reached, or does not take what it is given. */
export class LostError extends Error {}
