package io.kehu.customer.insight;

import java.time.LocalTime;

import io.kehu.customer.insight.model.Horizon;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When figures are calculated, and how far they look ahead.
 *
 * @param nightlyAt the time of the nightly fit, in UTC
 * @param weeks the weeks in which purchases are expected
 * @param months the months of the lifetime value
 * @param yearlyDiscount the rate by which a value in a year is worth less than today
 * @param chunk the number of customers that are read and stored at a time
 */
@Validated
@ConfigurationProperties("kehu.insight")
record InsightProperties(@DefaultValue("02:30") LocalTime nightlyAt, @DefaultValue("52") @Min(1) @Max(520) int weeks,
		@DefaultValue("36") @Min(1) @Max(120) int months,
		@DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1") double yearlyDiscount,
		@DefaultValue("10000") @Min(1) @Max(100_000) int chunk) {

	Horizon horizon() {
		return new Horizon(this.weeks, this.months, this.yearlyDiscount);
	}

}
