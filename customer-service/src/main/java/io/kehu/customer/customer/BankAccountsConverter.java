package io.kehu.customer.customer;

import io.kehu.platform.sealing.SealedTextConverter;
import io.kehu.platform.sealing.Sealing;
import jakarta.persistence.Converter;

/**
 * Seals the bank accounts of a customer as one text.
 */
@Converter
class BankAccountsConverter extends SealedTextConverter {

	/** The name of the sealed value. */
	static final String FIELD = "bankAccounts";

	BankAccountsConverter(Sealing sealing) {
		super(sealing, FIELD);
	}

}
