package io.kehu.order.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The id of a customer in another system.
 *
 * @param system the other system
 * @param id the customer's id there
 */
public record ExternalCustomerId(@NotNull @Pattern(regexp = "[a-z][a-z0-9._-]{0,49}") String system,
		@NotNull @Size(min = 1, max = 200) String id) {

	/** Returns the key in the replica. The name of a system never contains a colon. */
	String key() {
		return this.system + ":" + this.id;
	}

}
