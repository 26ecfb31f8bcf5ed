package io.kehu.migration.linkage.report;

import io.kehu.migration.linkage.RecordReference;

/**
 * Two records and how much speaks for joining them.
 *
 * @param left a record
 * @param right another
 * @param weight match weight in bits, with the prior
 * @param cluster number of records in the cluster of the first
 */
public record ClusterLink(RecordReference left, RecordReference right, double weight, int cluster) {
}
