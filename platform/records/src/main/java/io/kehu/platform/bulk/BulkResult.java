package io.kehu.platform.bulk;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.platform.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line.
 *
 * @param line its number, from 1
 * @param id the record's id, or null when it was rejected
 * @param errors why it was rejected, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkResult(long line, BulkStatus status, @Nullable UUID id, @Nullable List<FieldError> errors) {

	static BulkResult rejected(long line, List<FieldError> errors) {
		return new BulkResult(line, BulkStatus.REJECTED, null, errors);
	}

	static BulkResult of(long line, BulkOutcome outcome) {
		return new BulkResult(line, outcome.status(), outcome.id(),
				outcome.errors().isEmpty() ? null : outcome.errors());
	}

}
