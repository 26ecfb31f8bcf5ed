package io.kehu.order.order;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The request to reserve the stock of a draft.
 *
 * @param minutes how long it is reserved unless the draft is placed, 15 by default
 */
record ReservationRequest(@Nullable @Min(1) @Max(10_080) Integer minutes) {

	private static final int MINUTES = 15;

	Duration duration() {
		return Duration.ofMinutes((this.minutes != null) ? this.minutes : MINUTES);
	}

}
