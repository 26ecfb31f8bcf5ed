package io.kehu.order.quote;

import java.time.LocalDate;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The request to record that a customer accepts a quote.
 *
 * @param clientOrderNumber the customer's own number of the order
 * @param orderDate the date of the order, by default today
 */
record Acceptance(@Nullable @Size(min = 1, max = 100) @Pattern(regexp = "\\S+( \\S+)*") String clientOrderNumber,
		@Nullable LocalDate orderDate) {
}
