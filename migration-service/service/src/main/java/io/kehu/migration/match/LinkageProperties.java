package io.kehu.migration.match;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When instances share a linkage.
 *
 * @param sharedFrom the number of records from which on a linkage is shared; each
 * instance must learn first, so fewer are linked faster by one
 * @param mostShares the maximum number of shares
 */
@Validated
@ConfigurationProperties("kehu.migration.linkage")
record LinkageProperties(@DefaultValue("100000") @Min(1) long sharedFrom,
		@DefaultValue("8") @Min(1) @Max(64) int mostShares) {

	/** Returns the number of shares for a number of records and instances. */
	int shares(long records, int instances) {
		return (records < this.sharedFrom) ? 1 : Math.min(instances, this.mostShares);
	}

}
