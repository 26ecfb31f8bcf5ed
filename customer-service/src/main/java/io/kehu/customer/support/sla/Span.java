package io.kehu.customer.support.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of time.
 *
 * @param from when it begins
 * @param to when it ends, exclusive and not before its beginning
 */
public record Span(Instant from, Instant to) {

	public Span {
		if (to.isBefore(from)) {
			throw new IllegalArgumentException("A span cannot end at %s before it begins at %s".formatted(to, from));
		}
	}

	/** Returns the time between beginning and end. */
	public Duration length() {
		return Duration.between(this.from, this.to);
	}

	/** Returns the total length of several spans. */
	public static Duration total(Iterable<Span> spans) {
		Duration total = Duration.ZERO;
		for (Span span : spans) {
			total = total.plus(span.length());
		}
		return total;
	}

}
