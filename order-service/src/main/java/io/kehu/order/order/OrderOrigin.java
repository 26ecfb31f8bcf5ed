package io.kehu.order.order;

import java.time.Instant;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Callers;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where an order of a bulk load comes from.
 *
 * @param number its number in the system that it is loaded from, unique; by default the
 * next one
 * @param createdAt when it was created there, by default now
 * @param createdBy who created it there, by default the caller
 */
record OrderOrigin(@Nullable @Size(min = 1, max = 60) @Pattern(regexp = "\\S+( \\S+)*") String number,
		@Nullable @PastOrPresent Instant createdAt, @Nullable @Size(min = 1, max = 200) String createdBy) {

	/** That of an order that is not loaded. */
	static final OrderOrigin NONE = new OrderOrigin(null, null, null);

	Instant createdAtOr(Instant now) {
		return (this.createdAt != null) ? this.createdAt : now;
	}

	/** Returns who created the order, in the same form as the history. */
	String author() {
		return (this.createdBy != null) ? this.createdBy : Callers.find().map(Caller::getName).orElse("system");
	}

	/**
	 * Checks that an order that is loaded again keeps its number.
	 * @throws ProblemException 409 if it has another one
	 */
	void check(String present) {
		if (this.number != null && !this.number.equals(present)) {
			throw ProblemException.conflict("/origin/number", "conflict",
					"the order has the number %s; a bulk load can't change it".formatted(present));
		}
	}

}
