/** GSAP's types cover the whole library only. */
declare module 'gsap/gsap-core.js' {
  const core: typeof import('gsap').gsap;
  export default core;
}
