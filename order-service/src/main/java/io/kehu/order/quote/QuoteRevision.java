package io.kehu.order.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A version of a quote that the customer had before the present one.
 *
 * @param revision its number, from 1
 * @param total the amount to pay
 */
record QuoteRevision(int revision, Instant sentAt, LocalDate validUntil, @Nullable String note,
		List<QuoteLineView> lines, Money total) {
}
