package io.kehu.migration.mapping;

/**
 * A reference of a row to a record that another row becomes.
 *
 * @param pointer the field of the record that is to hold the id
 * @param entity the entity of the other row
 * @param key the key of the other row
 * @param column the columns of the reference
 */
public record RowReference(String pointer, String entity, String key, String column) {
}
