package io.kehu.migration.move.database;

import java.util.List;

/**
 * A row with the values of joined tables.
 *
 * @param key the key of the row in a form that later queries understand
 * @param shownKey the key for people
 * @param values the selected values in their order
 */
public record JoinedRow(List<String> key, List<String> shownKey, List<SourceText> values) {
}
