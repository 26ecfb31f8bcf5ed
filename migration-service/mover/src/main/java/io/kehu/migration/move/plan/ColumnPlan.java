package io.kehu.migration.move.plan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import io.kehu.migration.move.database.Charsets;
import io.kehu.migration.move.database.Column;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.value.Cast;
import io.kehu.migration.move.value.Casts;
import io.kehu.migration.move.value.RowTally.TalliedColumn;
import io.kehu.migration.move.value.ValueType;

/**
 * How the values of a column are cast.
 *
 * @param source the source column
 * @param target the target column
 * @param type the type of the values on their way
 * @param rule what the steward wishes
 */
public record ColumnPlan(Column source, Column target, ValueType type, ColumnRule rule) {

	/**
	 * Returns the cast.
	 * @param from the kind of the source
	 * @param to the kind of the target
	 * @return the cast, never null
	 */
	public Cast cast(DatabaseKind from, DatabaseKind to) {
		if (!asText(from, to) && !this.type.equals(ValueType.TEXT) && !this.type.equals(ValueType.JSON)
				&& !this.type.equals(ValueType.BYTES) && from == DatabaseKind.POSTGRESQL) {
			return Casts.SAME;
		}
		if (this.source.type().equals("bit") && this.type == ValueType.BIGINT) {
			return Casts.bits();
		}
		if (this.source.type().equals("bool") && this.type == ValueType.SMALLINT) {
			return Casts.truth(this.type);
		}
		Cast cast = Casts.fromText(this.type, limits(), encoding(from));
		if (this.type == ValueType.TIME || this.type == ValueType.TIMESTAMP || this.type == ValueType.INSTANT
				|| (this.type == ValueType.INTERVAL && to == DatabaseKind.MARIADB)) {
			cast = Casts.limitedSeconds(cast, this.target.secondDecimals(to));
		}
		if (to == DatabaseKind.POSTGRESQL && this.target.type().equals("bpchar")) {
			cast = Casts.withoutPadding(cast);
		}
		return this.rule.zeroDateAsNull() ? Casts.zeroDateAsNull(cast) : cast;
	}

	/** Returns whether PostgreSQL as the source must send the values as text. */
	public boolean asText(DatabaseKind from, DatabaseKind to) {
		if (from != DatabaseKind.POSTGRESQL) {
			return false;
		}
		ValueType own = ValueTypes.of(from, this.source);
		boolean same = own == this.type && to == DatabaseKind.POSTGRESQL
				&& (this.source.declared().equals(this.target.declared()) || unlimited());
		boolean raw = own == this.type
				&& (own == ValueType.TEXT || own == ValueType.BYTES || own == ValueType.JSON || own == ValueType.UUID);
		return (!same && !raw) || this.source.type().equals("bpchar");
	}

	/** Returns the column for tallies. */
	public TalliedColumn tallied() {
		return new TalliedColumn(this.type, (this.type == ValueType.NUMERIC) ? this.target.scale() : 0);
	}

	private boolean unlimited() {
		return switch (this.type) {
			case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, UUID, DATE, JSONB -> true;
			case NUMERIC -> this.target.precision() == 0;
			case TIME, TIMESTAMP, INSTANT, INTERVAL -> this.target.secondDecimals(DatabaseKind.POSTGRESQL) == 6;
			case TEXT, JSON, BYTES, OTHER -> false;
		};
	}

	private Casts.Limits limits() {
		boolean limited = this.type == ValueType.TEXT || this.type == ValueType.BYTES;
		return new Casts.Limits(limited ? this.target.length() : 0, this.target.precision(), this.target.scale());
	}

	private Charset encoding(DatabaseKind from) {
		String wished = this.rule.encoding();
		if (wished != null) {
			return Charset.forName(wished);
		}
		String declared = this.source.charset();
		try {
			return (from == DatabaseKind.MARIADB && declared != null) ? Charsets.of(declared) : StandardCharsets.UTF_8;
		}
		catch (IllegalArgumentException ex) {
			throw new PlanException(String.valueOf(ex.getMessage()));
		}
	}

}
