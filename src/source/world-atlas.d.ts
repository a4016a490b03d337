declare module 'world-atlas/countries-10m.json' {
  const topology: unknown;
  export default topology;
}
