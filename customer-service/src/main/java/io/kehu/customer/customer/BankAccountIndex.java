package io.kehu.customer.customer;

import java.util.HexFormat;
import java.util.List;

import io.kehu.platform.sealing.Sealing;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;

import org.springframework.stereotype.Component;

/**
 * Computes the indexes by which customers are found by their bank accounts, whenever a
 * customer is stored.
 */
@Component
class BankAccountIndex {

	private final Sealing sealing;

	BankAccountIndex(Sealing sealing) {
		this.sealing = sealing;
	}

	@PrePersist
	@PreUpdate
	void index(Customer changed) {
		changed.indexBankAccounts(of(changed.details().bankAccounts()));
	}

	/** Returns the indexes with the present key. */
	String[] of(List<BankAccount> accounts) {
		return accounts.stream()
			.map((account) -> HexFormat.of()
				.formatHex(this.sealing.index().of(BankAccountsConverter.FIELD, account.accountNumber())))
			.toArray(String[]::new);
	}

	/** Returns the indexes of a number with all keys, after commas. */
	String searched(String accountNumber) {
		return this.sealing.index().allAsText(BankAccountsConverter.FIELD, accountNumber);
	}

}
