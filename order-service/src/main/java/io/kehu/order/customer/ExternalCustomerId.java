package io.kehu.order.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What another system calls a customer.
 *
 * @param system the other system
 * @param id the customer's id there
 */
public record ExternalCustomerId(@NotNull @Pattern(regexp = "[a-z][a-z0-9._-]{0,49}") String system,
		@NotNull @Size(min = 1, max = 200) String id) {

	/** As the replica keeps it; no system's name has a colon. */
	String key() {
		return this.system + ":" + this.id;
	}

}
