/** The platform opened the course with a parameter that makes no sense. */
export class LaunchError extends Error {
  /**
   * @param {string} parameter Its name.
   * @param {unknown} cause
   */
  constructor(parameter, cause) {
    super(parameter, { cause });
    this.parameter = parameter;
  }
}
