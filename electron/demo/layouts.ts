/** An own layout of the office: the classic certificate in teal, saved in two versions. */
import type { Layout } from '../../shared/domain/layout';
import type { Invoke } from './seed';

const CLASSIC = 'giay-khen-a4-ngang-co-dien';
const NAME = 'Giấy khen màu xanh của đơn vị';

export async function seedLayouts(invoke: Invoke): Promise<void> {
  const { id, layoutId } = await invoke('certificates.copyLayout', { layoutId: CLASSIC, name: NAME });
  const opened = await invoke('certificates.layout', { layoutId });
  const layout = JSON.parse(opened.layout) as Layout;
  const palette = { ...layout.palette, red: '#0B5560', redDeep: '#08414A' };
  const guides = { x: [148.5], y: [105] };
  await invoke('certificates.saveLayout', {
    id,
    version: opened.own?.version ?? 1,
    layout: JSON.stringify({ ...layout, palette, guides }),
    note: 'Đổi sang màu xanh cho Tháng Công nhân',
  });
}
