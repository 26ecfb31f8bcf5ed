package io.kehu.customer.customer;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.sealing.SealedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the bank accounts of a customer as a text that can be sealed.
 */
final class BankAccounts {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TypeReference<List<BankAccount>> TYPE = new TypeReference<>() {
	};

	private BankAccounts() {
	}

	static @Nullable SealedText sealed(UUID customer, List<BankAccount> accounts) {
		return accounts.isEmpty() ? null : SealedText.of(customer, JSON.writeValueAsString(accounts));
	}

	static List<BankAccount> opened(UUID customer, @Nullable SealedText sealed) {
		String text = SealedText.textOf(sealed, customer);
		return (text != null) ? JSON.readValue(text, TYPE) : List.of();
	}

}
