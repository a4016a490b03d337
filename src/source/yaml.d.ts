/** The build turns YAML files into plain values. */
declare module '*.yaml' {
  const value: unknown;
  export default value;
}
