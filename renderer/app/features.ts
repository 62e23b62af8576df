/** Every feature there is, found by its file. */
import type { Feature } from './feature';

const found = import.meta.glob<{ feature: Feature }>('../features/*/feature.{ts,tsx}', { eager: true });

export const features: readonly Feature[] = Object.values(found).map((file) => file.feature);
