package io.kehu.order.price;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a price: the body of a create or a bulk line, and the
 * target of a merge patch. List and product never change; together they are the key of
 * bulk loads.
 *
 * @param breaks the unit prices by quantity, all in the currency of the list
 */
record PriceDetails(@NotNull UUID priceListId, @NotNull UUID productId,
		@NotEmpty @Size(max = 50) List<@NotNull @Valid VolumeBreak> breaks) {

	PriceDetails {
		breaks = (breaks != null && breaks.stream().allMatch(Objects::nonNull))
				? breaks.stream().sorted(Comparator.comparing(VolumeBreak::from)).toList() : breaks;
	}

	/** Returns the key, or null if it is incomplete. */
	@Nullable PriceKey key() {
		return (this.priceListId != null && this.productId != null) ? new PriceKey(this.priceListId, this.productId)
				: null;
	}

	/**
	 * Checks that each quantity has one price, in a currency.
	 * @throws ProblemException 400 if one has several, or a price is negative or in
	 * another currency
	 */
	void check(String currency) {
		Set<BigDecimal> quantities = new HashSet<>();
		for (int i = 0; i < this.breaks.size(); i++) {
			VolumeBreak one = this.breaks.get(i);
			String pointer = "/breaks/" + i;
			if (!quantities.add(one.from())) {
				throw ProblemException.invalid(pointer + "/minQuantity", "duplicate", "occurs twice");
			}
			if (!one.price().currency().equals(currency)) {
				throw ProblemException.invalid(pointer + "/price/currency", "currency_mismatch",
						"must be %s, as that of the price list".formatted(currency));
			}
			if (one.price().decimal().signum() < 0) {
				throw ProblemException.invalid(pointer + "/price/amount", "out_of_range", "must not be negative");
			}
		}
	}

}
