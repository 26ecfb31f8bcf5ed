package io.kehu.order.product;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What another system calls a product.
 *
 * @param system the other system
 * @param id the product's id there
 */
@Embeddable
record ExternalId(@Column(name = "system") @NotNull @Pattern(regexp = "[a-z][a-z0-9._-]{0,49}") String system,
		@Column(name = "external_id") @NotNull @Size(min = 1, max = 200) String id) {

	/** The system whose ids are our own skus. */
	static final String SKU = "sku";

}
