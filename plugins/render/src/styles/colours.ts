/**
 * Custom properties. Each colour has a contrast of at least 4.5 on white and on the light code
 * background, or on the dark ones (WCAG 2.2, 1.4.3); `contrast.test.ts` measures it.
 */
export const colours = `
:root {
  --esc-heap: light-dark(#b3261e, #ff9b8a);
  --esc-grows: light-dark(#a1307a, #f09ad2);
  --esc-bounded: light-dark(#6a3fb5, #c4a8ff);
  --esc-unproven: light-dark(#575d66, #b9bfca);
  --esc-caller: light-dark(#1d5fae, #8fc1ff);
  --esc-static: light-dark(#4a6072, #a9c0d3);
  --esc-stack: light-dark(#14694c, #7ed4ae);
  --esc-error: light-dark(#b3261e, #ff9b8a);
  --esc-chart: light-dark(#1d5fae, #8fc1ff);
  --esc-removed: light-dark(#fbeceb, #35201f);
  --esc-added: light-dark(#e6f4ee, #17302a);
  --esc-text: light-dark(#2b2f38, #d5d9e2);
  --esc-muted: light-dark(#596070, #a3aab8);
  --esc-line: light-dark(#dcdfe5, #363b47);
  --esc-ground: light-dark(#ffffff, #1b1e25);
  --esc-wash: light-dark(#fff2a8, #3d381b);
}

[data-tone='heap'] { --esc-tone: var(--esc-heap); }
[data-tone='grows'] { --esc-tone: var(--esc-grows); }
[data-tone='bounded'] { --esc-tone: var(--esc-bounded); }
[data-tone='unproven'] { --esc-tone: var(--esc-unproven); }
[data-tone='caller'] { --esc-tone: var(--esc-caller); }
[data-tone='static'] { --esc-tone: var(--esc-static); }
[data-tone='stack'] { --esc-tone: var(--esc-stack); }
[data-tone='error'] { --esc-tone: var(--esc-error); }
`;
