package io.kehu.platform.sealing;

import java.util.UUID;

import org.springframework.jdbc.core.RowMapper;

/**
 * A column that a {@link SealedTextConverter} writes. Values that existed before are
 * taken from the column with the suffix {@code _clear}, which is dropped once it is
 * empty.
 */
public final class SealedColumn implements SealedPlace {

	private static final UUID FIRST = new UUID(0, 0);

	private final SealedRows rows;

	private final Sealing sealing;

	private final String table;

	private final String column;

	private final String field;

	/**
	 * Creates the place.
	 * @param table the table, with the key {@code id}
	 * @param field the name of the field in JSON
	 */
	public SealedColumn(SealedRows rows, Sealing sealing, String table, String column, String field) {
		this.rows = rows;
		this.sealing = sealing;
		this.table = table;
		this.column = column;
		this.field = field;
	}

	@Override
	public String name() {
		return this.table + "." + this.column;
	}

	@Override
	public long seal() {
		String clear = this.column + "_clear";
		long sealed = 0;
		if (exists(clear)) {
			sealed = sealAll(clear, clear + " is not null", ", %s = null".formatted(clear),
					(row, number) -> new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(2)));
			this.rows.jdbc().execute("alter table %s drop column %s".formatted(this.table, clear));
		}
		return sealed + sealAll(this.column, SealedTextConverter.outdated(this.sealing, this.column), "",
				(row, number) -> new Row(row.getObject(1, UUID.class), row.getBytes(2), opened(row.getBytes(2))));
	}

	private boolean exists(String name) {
		return Boolean.TRUE.equals(this.rows.jdbc()
			.queryForObject("""
					select exists (select 1 from information_schema.columns
					where table_schema = current_schema() and table_name = ? and column_name = ?)""", Boolean.class,
					this.table, name));
	}

	private long sealAll(String source, String condition, String further, RowMapper<Row> reader) {
		return this.rows
			.seal(new SealedRows.Walk<>(
					"select id, %s from %s where id > ? and %s order by id".formatted(source, this.table, condition),
					reader, (row) -> new Object[] { row.id() }, "update %s set %s = ?%s where id = ? and %s = ?"
						.formatted(this.table, this.column, further, source),
					(row) -> new Object[] { sealed(row), row.id(), row.stored() }), FIRST);
	}

	private String opened(byte[] column) {
		return SealedTextConverter.value(this.sealing, this.field, column).text();
	}

	private byte[] sealed(Row row) {
		return SealedTextConverter.column(this.sealing, this.field, new SealedText(row.id(), row.text()));
	}

	/**
	 * A row.
	 *
	 * @param stored the value as it is stored
	 * @param text the value in clear
	 */
	private record Row(UUID id, Object stored, String text) {
	}

}
