/**
 * Ant Design's utilities lock scrolling behind a drawer, and measure scroll bars, with style elements made without the
 * nonce of ConfigProvider, which the content policy refuses. Every style they make takes the nonce of the page instead.
 */
const MODULE = /@rc-component\/util\/es\/Dom\/dynamicCSS\.js$/;
const FOUND = /if \(csp\?\.nonce\) \{\s*styleNode\.nonce = csp\?\.nonce;\s*\}/;
const NONCE = `const nonce = csp?.nonce ?? document.querySelector('meta[name="csp-nonce"]')?.content;
  if (nonce) styleNode.nonce = nonce;`;

/** Vite plugin; a version of the library that no longer reads so stops the build. */
export function styleNonce() {
  return {
    name: 'style-nonce',
    transform(code, id) {
      if (!MODULE.test(id.split('?')[0].replaceAll('\\', '/'))) return null;
      if (!FOUND.test(code)) throw new Error('The nonce of styles made at run time: the library has changed');
      return { code: code.replace(FOUND, NONCE), map: null };
    },
  };
}
