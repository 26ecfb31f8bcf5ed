package io.kehu.platform.record;

/**
 * What an upsert led to.
 *
 * @param created whether the record is new
 */
public record Upserted<V>(V view, boolean created) {
}
