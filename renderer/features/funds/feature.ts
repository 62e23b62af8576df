/** Funds: cash book, vouchers, statement against the budget, checks, closings. */
import { ArrowLeftRight, ReceiptText, Wallet } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { invoke } from '../../client';

export const feature: Feature = {
  area: 'funds',
  nav: [{ group: 'work', order: 5, path: '/funds', label: 'app.nav.funds', icon: Wallet }],
  routes: [
    { path: 'funds', load: () => import('./FundsPage') },
    { path: 'funds/vouchers/:id', load: () => import('./VoucherPage') },
  ],
  actions: [
    { key: 'funds.receipt', label: 'funds.addReceipt', icon: ReceiptText, path: '/funds?new=receipt' },
    { key: 'funds.payment', label: 'funds.addPayment', icon: ReceiptText, path: '/funds?new=payment' },
    { key: 'funds.move', label: 'funds.move.title', icon: ArrowLeftRight, path: '/funds?new=move' },
  ],
  search: {
    label: 'funds.search.title',
    find: async (text) => {
      const { data } = await invoke('funds.vouchers', { search: text, limit: 5 });
      return {
        total: data.total,
        hits: data.rows.map((row) => ({
          key: `voucher-${row.id}`,
          title: [row.code, row.reason].filter(Boolean).join(' · '),
          facts: [row.onDate.split('-').reverse().join('/'), row.personName].filter(Boolean).join(' · '),
          path: `/funds/vouchers/${row.id}`,
          icon: Wallet,
        })),
      };
    },
  },
};
