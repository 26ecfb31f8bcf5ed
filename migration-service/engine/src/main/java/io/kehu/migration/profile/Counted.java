package io.kehu.migration.profile;

/**
 * A text and how often it occurs.
 *
 * @param value the text
 * @param count how often
 */
public record Counted(String value, long count) {
}
