/** The Ant Design theme of both colour schemes; the same values are CSS variables in tokens.css. */
import { type ThemeConfig, theme } from 'antd';
import type { Density } from '../../client/prefs';

const FONT = "'So Numerals','Be Vietnam Pro','So Symbols','Segoe UI',sans-serif";

const lightTokens: ThemeConfig['token'] = {
  colorPrimary: '#1F4C86',
  colorPrimaryHover: '#2A5FA3',
  colorPrimaryActive: '#163A68',
  colorPrimaryBg: '#E9F0F9',
  colorPrimaryBorder: '#B9CDE6',
  colorLink: '#1F4C86',
  colorInfo: '#1F4C86',
  colorSuccess: '#26694A',
  colorWarning: '#8A5200',
  colorError: '#B3261E',
  colorSuccessBg: '#E7F3EC',
  colorWarningBg: '#FDF1DD',
  colorErrorBg: '#FCEDEB',
  colorText: '#1E2227',
  colorTextSecondary: '#4B5057',
  colorTextTertiary: '#656A72',
  colorTextPlaceholder: '#71767D',
  colorTextDisabled: '#71767D',
  colorBgBase: '#FFFFFF',
  colorBgLayout: '#F4F2ED',
  colorBgContainerDisabled: '#F4F2ED',
  colorFillAlter: '#FAF9F6',
  colorBorder: '#8F887C',
  colorBorderSecondary: '#E6E2DA',
  controlOutline: 'rgba(31,76,134,.28)',
};
const darkTokens: ThemeConfig['token'] = {
  colorPrimary: '#2F66AC',
  colorPrimaryHover: '#3B76C2',
  colorPrimaryActive: '#2F66AC',
  colorPrimaryBg: '#1E2D42',
  colorPrimaryBorder: '#35506F',
  colorLink: '#8FB9EE',
  colorInfo: '#8FB9EE',
  colorSuccess: '#7CC8A0',
  colorWarning: '#E7B565',
  colorError: '#F28B82',
  colorSuccessBg: '#1B3127',
  colorWarningBg: '#362A16',
  colorErrorBg: '#3B2220',
  colorText: '#ECEAE4',
  colorTextSecondary: '#C2C4C8',
  colorTextTertiary: '#9DA3AB',
  colorTextPlaceholder: '#9DA3AB',
  colorTextDisabled: '#8A9099',
  colorBgBase: '#1C1F23',
  colorBgContainer: '#1C1F23',
  colorBgElevated: '#212529',
  colorBgLayout: '#141619',
  colorFillAlter: '#212529',
  colorBorder: '#7C848F',
  colorBorderSecondary: '#30353B',
  controlOutline: 'rgba(143,185,238,.34)',
};

/** Builds the theme; "wide" makes type 2 px larger. */
export function antTheme(dark: boolean, density: Density): ThemeConfig {
  const grow = density === 'wide' ? 2 : 0;
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...(dark ? darkTokens : lightTokens),
      fontFamily: FONT,
      fontSize: 14 + grow,
      fontSizeSM: 13 + grow,
      fontSizeLG: 15 + grow,
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 5,
      controlHeight: 34 + grow * 2,
      controlHeightSM: 28 + grow,
      controlHeightLG: 40 + grow,
      controlOutlineWidth: 3,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: componentTokens(dark),
  };
}

function componentTokens(dark: boolean): NonNullable<ThemeConfig['components']> {
  return {
    Button: {
      fontWeight: 500,
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
      defaultBorderColor: dark ? '#454C54' : '#CFC9BD',
      ...(dark
        ? { defaultHoverColor: '#A9CAF3', defaultHoverBorderColor: '#8FB9EE', defaultActiveColor: '#8FB9EE' }
        : {}),
      paddingInline: 13,
    },
    Tabs: {
      inkBarColor: dark ? '#F0837A' : '#A61B1B',
      itemColor: dark ? '#C2C4C8' : '#4B5057',
      itemSelectedColor: dark ? '#ECEAE4' : '#1E2227',
      horizontalItemGutter: 22,
      horizontalItemPadding: '9px 2px',
    },
    Segmented: {
      trackBg: dark ? '#141619' : '#ECE9E2',
      itemColor: dark ? '#C2C4C8' : '#4B5057',
      itemSelectedBg: dark ? '#30353B' : '#FFFFFF',
    },
    Checkbox: { colorBorder: dark ? '#7C848F' : '#7D766B' },
    Progress: { remainingColor: dark ? '#2B3036' : '#ECE9E2' },
    Switch: { handleBg: '#FFFFFF' },
  };
}
