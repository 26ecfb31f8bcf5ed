package io.kehu.customer.support;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The open time within which a case is to be answered and resolved.
 *
 * @param firstResponse minutes until the first response
 * @param resolution minutes until the resolution
 */
record Target(@Min(1) @Max(MOST) int firstResponse, @Min(1) @Max(MOST) int resolution) {

	private static final int MOST = 100_000;

}
