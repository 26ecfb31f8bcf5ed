package io.kehu.migration.matching.report;

/**
 * How many clusters have a size.
 *
 * @param size records of each
 * @param clusters how many such clusters
 */
public record SizeCount(int size, int clusters) {
}
