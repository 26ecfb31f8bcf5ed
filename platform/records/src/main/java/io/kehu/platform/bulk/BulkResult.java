package io.kehu.platform.bulk;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.platform.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * The result of one line.
 *
 * @param line the number of the line, starting at 1
 * @param id the record's id, or null if the line was rejected
 * @param errors the reasons for the rejection, or null if the line was not rejected
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
