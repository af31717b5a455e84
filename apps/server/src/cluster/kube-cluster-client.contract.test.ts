import { describeClusterContract } from './testing/cluster-contract.ts';
import { startFakeContractCluster } from './testing/contract-clusters.ts';

describeClusterContract('the fake cluster behind HTTP', startFakeContractCluster);
