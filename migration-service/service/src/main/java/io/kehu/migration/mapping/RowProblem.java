package io.kehu.migration.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Why a value or a row cannot become part of a record.
 *
 * @param column the columns of the value, or the field that Kehu refuses
 * @param value the value, if there is one
 * @param code a short name of the reason
 * @param reason the reason in words
 */
public record RowProblem(String column, @Nullable String value, String code, String reason) {
}
