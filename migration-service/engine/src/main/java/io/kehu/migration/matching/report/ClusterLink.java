package io.kehu.migration.matching.report;

import io.kehu.migration.matching.RecordReference;

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
