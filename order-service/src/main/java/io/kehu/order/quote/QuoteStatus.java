package io.kehu.order.quote;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.kehu.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * The status of a quote, and the transitions between them.
 */
enum QuoteStatus {

	/** It can be edited. */
	DRAFT,

	/** Its discount waits for approval. */
	PENDING,

	/** Its discount was approved. */
	APPROVED,

	/** The customer has it. */
	SENT,

	/** The customer has ordered. */
	ACCEPTED,

	/** The customer does not want it. */
	DECLINED;

	/** The transition table. */
	private Set<QuoteStatus> next() {
		return switch (this) {
			case DRAFT -> EnumSet.of(PENDING, SENT);
			case PENDING -> EnumSet.of(APPROVED, DRAFT);
			case APPROVED -> EnumSet.of(SENT, DRAFT);
			case SENT -> EnumSet.of(ACCEPTED, DECLINED, DRAFT);
			case DECLINED -> EnumSet.of(DRAFT);
			case ACCEPTED -> EnumSet.noneOf(QuoteStatus.class);
		};
	}

	/**
	 * Returns the wanted status.
	 * @throws ProblemException 409 when there is no such transition
	 */
	QuoteStatus to(QuoteStatus wanted) {
		if (!next().contains(wanted)) {
			throw illegal("A quote that is %s can't become %s.".formatted(this, wanted));
		}
		return wanted;
	}

	static ProblemException illegal(String detail) {
		return ProblemException.of(HttpStatus.CONFLICT, "illegal-transition", detail);
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
