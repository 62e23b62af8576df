/** The shipped faces by the key layouts name them with: whole TTFs holding every Vietnamese letter, all under the OFL. */
export interface FontFile {
  /** Package of @expo-google-fonts, and its folder. */
  readonly package: string;
  readonly folder: string;
  readonly file: string;
}

function face(package_: string, stem: string, folder: string): FontFile {
  return { package: package_, folder, file: `${stem}_${folder}.ttf` };
}

export const FONT_FILES = {
  Arimo: face('arimo', 'Arimo', '400Regular'),
  'Arimo-Bold': face('arimo', 'Arimo', '700Bold'),
  BeViet: face('be-vietnam-pro', 'BeVietnamPro', '400Regular'),
  'BeViet-Medium': face('be-vietnam-pro', 'BeVietnamPro', '500Medium'),
  'BeViet-SemiBold': face('be-vietnam-pro', 'BeVietnamPro', '600SemiBold'),
  'BeViet-Bold': face('be-vietnam-pro', 'BeVietnamPro', '700Bold'),
  'Charm-Bold': face('charm', 'Charm', '700Bold'),
  'Cormorant-Bold': face('cormorant', 'Cormorant', '700Bold'),
  GreatVibes: face('great-vibes', 'GreatVibes', '400Regular'),
  Lora: face('lora', 'Lora', '400Regular'),
  'Lora-Italic': face('lora', 'Lora', '400Regular_Italic'),
  'Lora-MediumItalic': face('lora', 'Lora', '500Medium_Italic'),
  'Lora-SemiBold': face('lora', 'Lora', '600SemiBold'),
  'Lora-Bold': face('lora', 'Lora', '700Bold'),
  'Playfair-Bold': face('playfair-display', 'PlayfairDisplay', '700Bold'),
  'Playfair-Black': face('playfair-display', 'PlayfairDisplay', '900Black'),
  Tinos: face('tinos', 'Tinos', '400Regular'),
  'Tinos-Bold': face('tinos', 'Tinos', '700Bold'),
  'Tinos-Italic': face('tinos', 'Tinos', '400Regular_Italic'),
  'Tinos-BoldItalic': face('tinos', 'Tinos', '700Bold_Italic'),
} as const satisfies Record<string, FontFile>;

export type FontKey = keyof typeof FONT_FILES;

/** The face that draws a letter the wished one lacks (Bahnar, Jrai, Ede letters such as ŭ, ƀ). */
export function fallbackOf(font: string): FontKey {
  const bold = /Bold|Black/.test(font);
  if (/^(BeViet|Arimo)/.test(font)) return bold ? 'Arimo-Bold' : 'Arimo';
  if (/Italic/.test(font)) return bold ? 'Tinos-BoldItalic' : 'Tinos-Italic';
  return bold ? 'Tinos-Bold' : 'Tinos';
}

/** Whether a layout may name this font. */
export function isFontKey(key: string): key is FontKey {
  return Object.hasOwn(FONT_FILES, key);
}
