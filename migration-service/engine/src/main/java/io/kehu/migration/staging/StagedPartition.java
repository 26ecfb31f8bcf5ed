package io.kehu.migration.staging;

/**
 * A part of a staged set that one instance can work on.
 *
 * @param number its number, from 0
 * @param rows how many rows it has
 */
public record StagedPartition(int number, long rows) {
}
