import { startFakeContractCluster } from '../../cluster/testing/contract-clusters.ts';
import { describeDraftedTraces } from './testing/drafted-traces-contract.ts';

describeDraftedTraces('on the fake cluster', startFakeContractCluster, 40);
