/** Names the data directory of the cluster that all tests of a run use. */
export const clusterVariable = 'KANRIBO_TEST_CLUSTER';
