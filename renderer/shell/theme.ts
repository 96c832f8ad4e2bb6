/** The house look as antd tokens: paper-white, ink-grey, one seal red that says "no" or shows a seal. */
import { theme, type ThemeConfig } from 'antd'

// One list of fonts for antd and for our own parts, chosen by language in look.css.
const fontFamily = 'var(--font)'

const shared = {
  fontFamily,
  fontSize: 14,
  borderRadius: 4,
  controlHeight: 32,
  wireframe: false,
  motionUnit: 0.05,
}

const light: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#33383e',
    colorInfo: '#4a5058',
    colorLink: '#33383e',
    colorError: '#b3272d',
    colorSuccess: '#2f6b57',
    colorWarning: '#94670e',
    colorTextBase: '#25282c',
    colorBgBase: '#fffdfa',
    colorBgLayout: '#f7f5f2',
    colorBorder: '#d3cec5',
    colorBorderSecondary: '#e5e1da',
    colorTextPlaceholder: '#8b8f94',
    controlOutline: 'rgba(51, 56, 62, 0.16)',
    controlItemBgActive: '#ece8e1',
    controlItemBgHover: '#f3f0ea',
  },
  components: { Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' } },
}

const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#d8d4cc',
    colorInfo: '#b9b6b0',
    colorLink: '#e4e1da',
    colorError: '#e2595d',
    colorSuccess: '#6fb79c',
    colorWarning: '#d6a54a',
    colorTextBase: '#eceae5',
    colorBgBase: '#17181a',
    colorBgLayout: '#17181a',
    colorBgContainer: '#1f2123',
    colorBgElevated: '#26282b',
    colorBorder: '#474a4e',
    colorBorderSecondary: '#33363a',
    colorTextPlaceholder: '#84878a',
    colorTextLightSolid: '#17181a',
    controlOutline: 'rgba(216, 212, 204, 0.22)',
    controlItemBgActive: '#383b3f',
    controlItemBgHover: '#2d3033',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', primaryColor: '#17181a' },
    Tooltip: { colorTextLightSolid: '#eceae5', colorBgSpotlight: '#3a3d41' },
  },
}

export const houseTheme = (isDark: boolean): ThemeConfig => (isDark ? dark : light)
