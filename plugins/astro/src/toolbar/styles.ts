/** The look of the panel; what is not said here comes from Astro's window. */
export const STYLES = `
h1 { font-size: 18px; margin: 0; color: #fff; overflow-wrap: anywhere; }
h2 { font-size: 14px; margin: 16px 0 4px; color: #fff; }
p { margin: 4px 0 0; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: 6px 0; line-height: 1.5; border-top: 1px solid #343841; overflow-wrap: anywhere; }
a { color: #e0ccfa; }
pre { margin: 4px 0 0; overflow-x: auto; font-size: 12px; }
strong { color: #fff; }
button { font: inherit; color: #fff; background: #3a3450; border: 1px solid #8a7fb0; border-radius: 6px; padding: 1px 8px; cursor: pointer; }
button[disabled] { opacity: 0.6; cursor: default; }
a:focus-visible, button:focus-visible { outline: 2px solid #fff; outline-offset: 2px; }
`;
