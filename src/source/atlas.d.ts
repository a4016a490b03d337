/** Made by the build: see atlas-build.ts. */
declare module 'atlas:countries' {
  const base64: string;
  export default base64;
}
