package io.kehu.migration.match;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When instances share a linkage.
 *
 * @param sharedFrom from how many records on; each instance must learn before it weighs,
 * so that few are linked sooner by one
 * @param mostShares in how many shares pairs are weighed at most
 */
@Validated
@ConfigurationProperties("kehu.migration.linkage")
record LinkageProperties(@DefaultValue("100000") @Min(1) long sharedFrom,
		@DefaultValue("8") @Min(1) @Max(64) int mostShares) {

	/** In how many shares so many records are linked by so many instances. */
	int shares(long records, int instances) {
		return (records < this.sharedFrom) ? 1 : Math.min(instances, this.mostShares);
	}

}
