package io.kehu.migration.live;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many live customers an application may change or merge without a confirmation.
 *
 * @param mostCustomers the maximum number of customers
 * @param mostShare the maximum share of all live customers, from 0 to 1
 */
@Validated
@ConfigurationProperties("kehu.migration.applications")
record ApplicationProperties(@DefaultValue("100") @Min(0) long mostCustomers,
		@DefaultValue("0.05") @DecimalMin("0") @DecimalMax("1") double mostShare) {

	/** Returns the maximum for a number of live customers. */
	long most(long liveCustomers) {
		return Math.min(this.mostCustomers, (long) (this.mostShare * liveCustomers));
	}

}
