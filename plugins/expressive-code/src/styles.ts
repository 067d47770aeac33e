import { styles } from '@escapement/render';

/** The render package's stylesheet, and what concerns Expressive Code's own lines and frames. */
export const baseStyles = `${styles}
pre > code { tab-size: 4; }
.esc-gutter {
  display: flex;
  align-items: center;
  justify-content: center;
  width: 1.5rem;
  height: 1lh;
  padding-inline-start: 0.35rem;
}
`;
