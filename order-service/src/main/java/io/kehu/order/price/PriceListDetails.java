package io.kehu.order.price;

import java.time.LocalDate;

import io.kehu.platform.json.Texts;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.InvalidFieldException;
import io.kehu.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a price list: the body of a create or a bulk line, and
 * the target of a merge patch.
 *
 * @param code a short code, unique
 * @param currency the currency of all its prices
 * @param segment the tag of the customers that the list is for, or null for all customers
 * @param validFrom the first order date that the list is valid for, or null
 * @param validTo the last order date that the list is valid for, or null
 * @param priority decides between lists that are valid at the same time, the highest
 * wins; 0 by default
 * @param active whether the list is used; it is by default
 */
record PriceListDetails(@NotBlank @Size(max = 60) @Pattern(regexp = "\\S+( \\S+)*") String code,
		@NotBlank @Size(max = 200) String name, @NotNull @Size(min = 3, max = 3) String currency,
		@Nullable @Size(min = 1, max = 100) String segment, @Nullable LocalDate validFrom, @Nullable LocalDate validTo,
		@Nullable @Min(-1000) @Max(1000) Integer priority, @Nullable Boolean active) {

	PriceListDetails {
		name = Texts.visible(name);
		segment = Texts.strip(segment);
		priority = (priority != null) ? priority : 0;
		active = !Boolean.FALSE.equals(active);
	}

	/**
	 * Checks the currency and the dates.
	 * @throws ProblemException 400 if the currency is not current, or the list is valid
	 * on no day
	 */
	void check() {
		checkCurrency();
		if (this.validFrom != null && this.validTo != null && this.validTo.isBefore(this.validFrom)) {
			throw ProblemException.invalid("/validTo", "out_of_range", "must not be before validFrom");
		}
	}

	private void checkCurrency() {
		try {
			new Money("0", this.currency);
		}
		catch (InvalidFieldException ex) {
			throw ProblemException.invalid("/currency", "invalid_value",
					"must be a current ISO 4217 code, such as EUR");
		}
	}

}
