package io.kehu.migration.matching;

/**
 * A reference to a record that is stable from run to run.
 *
 * @param source name of its source
 * @param key its key there
 */
public record RecordReference(String source, String key) {
}
