package io.kehu.migration.mapping;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * Says why a value is invalid.
 */
final class InvalidValueException extends Exception {

	@Serial
	private static final long serialVersionUID = 1L;

	private final @Nullable String value;

	private final String code;

	InvalidValueException(@Nullable String value, String code, String reason) {
		super(reason, null, false, false);
		this.value = value;
		this.code = code;
	}

	RowProblem at(String columns) {
		return new RowProblem(columns, this.value, this.code, String.valueOf(getMessage()));
	}

}
