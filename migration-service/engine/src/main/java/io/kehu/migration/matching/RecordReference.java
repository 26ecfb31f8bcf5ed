package io.kehu.migration.matching;

/**
 * Names a record from run to run.
 *
 * @param source name of its source
 * @param key its key there
 */
public record RecordReference(String source, String key) {
}
