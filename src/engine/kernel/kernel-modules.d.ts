/** Made by the build: see build.ts. */
declare module 'kernel:wasm' {
  const base64: string;
  export default base64;
}

declare module 'kernel:helper' {
  const script: string;
  export default script;
}
