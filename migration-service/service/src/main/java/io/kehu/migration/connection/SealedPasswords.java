package io.kehu.migration.connection;

import java.nio.ByteBuffer;
import java.util.UUID;

import io.kehu.platform.sealing.SealedPlace;
import io.kehu.platform.sealing.SealedRows;
import io.kehu.platform.sealing.Sealing;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Seals the passwords of connections, and seals them again after a change of the keys.
 */
@Component
class SealedPasswords implements SealedPlace {

	private static final UUID FIRST = new UUID(0, 0);

	private final Sealing sealing;

	private final SealedRows rows;

	SealedPasswords(Sealing sealing, SealedRows rows) {
		this.sealing = sealing;
		this.rows = rows;
	}

	byte[] seal(UUID connection, String password) {
		return this.sealing.seal(password, Sealing.context(connection, "password"));
	}

	String open(UUID connection, byte[] sealed) {
		return this.sealing.open(sealed, Sealing.context(connection, "password"));
	}

	@Override
	public String name() {
		return "database_connection.password";
	}

	@Override
	public long seal() {
		return this.rows.seal(
				new SealedRows.Walk<>(
						"select id, password from database_connection where id > ? and deleted_at is null order by id",
						(row, number) -> new Row(row.getObject(1, UUID.class), ByteBuffer.wrap(row.getBytes(2))),
						(row) -> new Object[] { row.id() },
						"update database_connection set password = ? where id = ? and password = ?", this::again),
				FIRST);
	}

	/** The number of the key comes first. */
	private Object @Nullable [] again(Row row) {
		byte[] before = row.password().array();
		byte[] sealed = seal(row.id(), open(row.id(), before));
		boolean present = ByteBuffer.wrap(sealed).getInt() == row.password().getInt(0);
		return present ? null : new Object[] { sealed, row.id(), before };
	}

	/**
	 * A row.
	 *
	 * @param id the id of the connection
	 * @param password the sealed password
	 */
	private record Row(UUID id, ByteBuffer password) {
	}

}
