import { Anchor, type CSSVariablesResolver, createTheme, Menu, Modal, Popover, Skeleton, Tooltip } from '@mantine/core';

export const theme = createTheme({
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'var(--font-code)',
  headings: { fontFamily: 'var(--font-text)', fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  colors: {
    accent: [
      '#eef0fe',
      '#e0e4fd',
      '#c5cbfb',
      '#a5affa',
      '#818cf8',
      '#6366f1',
      '#4f46e5',
      '#4338ca',
      '#3730a3',
      '#312e81',
    ],
    gray: [
      '#f8fafc',
      '#f1f5f9',
      '#e3e8ef',
      '#cbd5e1',
      '#94a3b8',
      '#64748b',
      '#475569',
      '#334155',
      '#1e293b',
      '#0f172a',
    ],
    dark: [
      '#e8ecf2',
      '#c4ccd8',
      '#a7b2c3',
      '#6b788d',
      '#38435a',
      '#242c39',
      '#1b222d',
      '#141922',
      '#0e1218',
      '#0b0f14',
    ],
  },
  components: {
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.45 },
        transitionProps: { duration: 120 },
      },
    }),
    Menu: Menu.extend({
      defaultProps: {
        withinPortal: false,
        withInitialFocusPlaceholder: false,
        shadow: 'none',
        radius: 'md',
        position: 'bottom-end',
        transitionProps: { duration: 80 },
      },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'none', radius: 'md', transitionProps: { duration: 80 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: false, fz: 12 } }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: 'sm' } }),
  },
});

/** Mantine's own surfaces take the tokens of styles/tokens.css, so that there is one source of colour. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-soft)',
    '--mantine-color-placeholder': 'var(--text-faint)',
    '--mantine-color-default-border': 'var(--hairline-strong)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--bad)',
  };
  return { variables: {}, light: shared, dark: shared };
};
