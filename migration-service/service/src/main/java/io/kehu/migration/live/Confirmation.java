package io.kehu.migration.live;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * The confirmation of an application that affects many live customers.
 *
 * @param changed the maximum number of live customers to change
 * @param merged the maximum number of live customers to merge into others
 */
record Confirmation(@NotNull @Min(0) Long changed, @NotNull @Min(0) Long merged) {

	static final Confirmation NONE = new Confirmation(0L, 0L);

	boolean covers(LinkageScope scope) {
		return this.changed >= scope.changed() && this.merged >= scope.merged();
	}

}
