package io.kehu.platform.record;

/**
 * The result of an upsert.
 *
 * @param created whether the record was created
 */
public record Upserted<V>(V view, boolean created) {
}
