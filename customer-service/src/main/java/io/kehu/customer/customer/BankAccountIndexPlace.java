package io.kehu.customer.customer;

import java.util.Arrays;
import java.util.UUID;

import io.kehu.platform.sealing.SealedPlace;
import io.kehu.platform.sealing.SealedRows;
import io.kehu.platform.sealing.SealedText;
import io.kehu.platform.sealing.Sealing;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * The indexes of bank accounts as a place that depends on the keys.
 */
@Component
class BankAccountIndexPlace implements SealedPlace {

	private static final UUID FIRST = new UUID(0, 0);

	private final SealedRows rows;

	private final BankAccountIndex index;

	private final BankAccountsConverter converter;

	BankAccountIndexPlace(SealedRows rows, BankAccountIndex index, Sealing sealing) {
		this.rows = rows;
		this.index = index;
		this.converter = new BankAccountsConverter(sealing);
	}

	@Override
	public String name() {
		return "customer.bank_account_index";
	}

	@Override
	public long seal() {
		return this.rows.seal(new SealedRows.Walk<>(
				"select id, bank_accounts, bank_account_index from customer where id > ? and bank_accounts is not null order by id",
				(row, number) -> new Row(row.getObject(1, UUID.class), row.getBytes(2),
						(String[]) row.getArray(3).getArray()),
				(row) -> new Object[] { row.id() },
				"update customer set bank_account_index = ? where id = ? and bank_accounts = ?", this::outdated),
				FIRST);
	}

	private Object @Nullable [] outdated(Row row) {
		SealedText text = this.converter.convertToEntityAttribute(row.accounts());
		String[] indexes = this.index.of(BankAccounts.opened(row.id(), text));
		return Arrays.equals(indexes, row.index()) ? null
				: new Object[] { new SqlArrayValue("text", (Object[]) indexes), row.id(), row.accounts() };
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Row(UUID id, byte[] accounts, String[] index) {
	}

}
