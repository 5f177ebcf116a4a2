declare module '#parts' {
  /** The parts of the record that are defined by live pages. */
  const parts: import('./record/part.js').Part<any>[];
  export default parts;
}

/** A style sheet that is bundled with a script, as a file of its own. */
declare module '*.css';
