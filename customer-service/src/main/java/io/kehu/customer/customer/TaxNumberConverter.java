package io.kehu.customer.customer;

import io.kehu.platform.sealing.SealedTextConverter;
import io.kehu.platform.sealing.Sealing;
import jakarta.persistence.Converter;

/**
 * Seals the tax numbers of customers.
 */
@Converter
class TaxNumberConverter extends SealedTextConverter {

	TaxNumberConverter(Sealing sealing) {
		super(sealing, "taxNumber");
	}

}
