/** Font files that are shipped: whole TTFs with every Vietnamese letter, all under the SIL Open Font License. */

const WEIGHTS = { Regular: 400, Medium: 500, SemiBold: 600, Bold: 700, Black: 900 };

/** @param faces like '700Bold_Italic', as the package names its folders. */
function family(name, package_, faces) {
  const stem = name.replaceAll(' ', '');
  return faces.map((folder) => {
    const [face, italic] = folder.split('_');
    return {
      family: name,
      package: package_,
      folder,
      file: `${stem}_${folder}.ttf`,
      weight: WEIGHTS[face.replace(/^\d+/, '')],
      style: italic ? 'italic' : 'normal',
    };
  });
}

export const FONTS = [
  ...family('Tinos', 'tinos', ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']),
  ...family('Arimo', 'arimo', ['400Regular', '700Bold']),
  ...family('Be Vietnam Pro', 'be-vietnam-pro', ['400Regular', '500Medium', '600SemiBold', '700Bold']),
  ...family('Lora', 'lora', [
    '400Regular',
    '400Regular_Italic',
    '500Medium_Italic',
    '600SemiBold',
    '700Bold',
  ]),
  ...family('Charm', 'charm', ['700Bold']),
  ...family('Great Vibes', 'great-vibes', ['400Regular']),
  ...family('Playfair Display', 'playfair-display', ['700Bold', '900Black']),
  ...family('Cormorant', 'cormorant', ['700Bold']),
  ...family('Inter', 'inter', ['400Regular', '500Medium', '600SemiBold', '700Bold']),
];
