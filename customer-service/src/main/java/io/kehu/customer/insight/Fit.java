package io.kehu.customer.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A calculation of all figures, as clients see it.
 *
 * @param dataDay the day of the data: orders with later dates are left out
 * @param customers the number of customers whose figures are stored so far
 * @param report what it has found, or null until then
 * @param error why it failed, or null
 */
record Fit(UUID id, FitStatus status, LocalDate dataDay, Instant requestedAt, @Nullable Instant startedAt,
		@Nullable Instant finishedAt, long customers, @Nullable FitReport report, @Nullable String error) {
}
