declare module '#kinds' {
  const kinds: Record<string, import('./types.js').Kind>;
  export default kinds;
}
declare module '#shared';
