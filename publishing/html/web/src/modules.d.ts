declare module '#parts' {
  /** The parts of the record that the live pages bring. */
  const parts: import('./record/part.js').Part<any>[];
  export default parts;
}

/** A style that a script's bundle brings along, as a file of its own. */
declare module '*.css';
