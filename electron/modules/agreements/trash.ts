/** What agreements show in the trash. */
import type { OperationName } from '../../ipc/context';
import type { TrashSource } from '../trash';
import { trashedDeliveries } from './deliveryRepository';
import { trashedAgreements, trashedScales } from './repository';
import { trashedCommitments, trashedContents, trashedProgress } from './workRepository';

const source = (entity: string, restoreOperation: OperationName, list: TrashSource['list']): TrashSource => ({
  entity,
  area: 'agreements',
  restoreOperation,
  list,
});

export const agreementTrash: readonly TrashSource[] = [
  source('agreement', 'agreements.restore', trashedAgreements),
  source('agreement_content', 'agreements.restoreContents', trashedContents),
  source('agreement_commitment', 'agreements.restoreCommitments', trashedCommitments),
  source('agreement_progress', 'agreements.restoreProgress', trashedProgress),
  source('agreement_delivery', 'agreements.restoreDeliveries', trashedDeliveries),
  source('agreement_scale', 'agreements.restoreScales', trashedScales),
];
