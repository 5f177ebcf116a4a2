/** The platform cannot be reached, or rejects a request. */
export class LostError extends Error {}
