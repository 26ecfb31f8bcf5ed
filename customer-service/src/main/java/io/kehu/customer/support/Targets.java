package io.kehu.customer.support;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * The targets of an agreement. Cases of a priority without a target have no clocks.
 */
record Targets(@Nullable @Valid Target low, @Nullable @Valid Target normal, @Nullable @Valid Target high,
		@Nullable @Valid Target urgent) {

	/** Returns the target for a priority, or null if nothing was agreed. */
	@Nullable Target of(Priority priority) {
		return switch (priority) {
			case LOW -> this.low;
			case NORMAL -> this.normal;
			case HIGH -> this.high;
			case URGENT -> this.urgent;
		};
	}

}
