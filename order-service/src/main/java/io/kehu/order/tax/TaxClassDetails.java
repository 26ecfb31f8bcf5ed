package io.kehu.order.tax;

import java.math.BigDecimal;

import io.kehu.order.amount.Decimals;
import io.kehu.platform.json.Texts;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The client-writable fields of a tax class: the body of a create or a bulk line, and the
 * target of a merge patch.
 *
 * @param code a short code, unique
 * @param rate the tax rate, 0.19 for 19%
 */
record TaxClassDetails(@NotBlank @Size(max = 60) @Pattern(regexp = "\\S+( \\S+)*") String code,
		@NotBlank @Size(max = 200) String name,
		@NotNull @DecimalMin("0") @DecimalMax("9") @Digits(integer = 1, fraction = 6) BigDecimal rate) {

	TaxClassDetails {
		name = Texts.visible(name);
		rate = (rate != null) ? Decimals.plain(rate) : null;
	}

}
