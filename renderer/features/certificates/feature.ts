/** Certificates: what there is to print, layouts, the emblem and printers, the print log. */
import { ScanQrCode, ScrollText } from 'lucide-react';
import type { Feature } from '../../app/feature';

export const feature: Feature = {
  area: 'certificates',
  nav: [{ group: 'work', order: 3, path: '/certificates', label: 'app.nav.certificates', icon: ScrollText }],
  actions: [
    {
      key: 'certificates.check',
      label: 'proof.check.title',
      icon: ScanQrCode,
      path: '/certificates?tab=check',
    },
  ],
  routes: [
    { path: 'certificates', load: () => import('./CertificatesPage') },
    { path: 'certificates/blanks/:id', load: () => import('./blanks/BlankPage') },
    { path: 'certificates/calibrate', load: () => import('./calibrate/CalibratePage') },
    { path: 'certificates/:id', load: () => import('./PrintPage') },
  ],
};
