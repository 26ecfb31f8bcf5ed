package io.kehu.migration.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.kehu.migration.dataset.SetRows;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.matching.exact.NumberedRows;
import io.kehu.migration.staging.StagedSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of several data sets, one after the other, with the columns of all.
 */
final class JoinedRows implements NumberedRows {

	private final StagedData data;

	private final List<StagedSet> sets = new ArrayList<>();

	private final List<String> columns;

	private int source = -1;

	private @Nullable SetRows current;

	private int[] places = new int[0];

	private long number;

	JoinedRows(StagedData data, List<MatchSource> sources) throws IOException {
		this.data = data;
		Set<String> names = new LinkedHashSet<>();
		for (MatchSource one : sources) {
			StagedSet set = data.set(one.dataSetId().toString());
			this.sets.add(set);
			names.addAll(set.columns());
		}
		this.columns = List.copyOf(names);
	}

	@Override
	public List<String> columns() {
		return this.columns;
	}

	/** Returns the number of all rows. */
	long rows() {
		return this.sets.stream().mapToLong(StagedSet::rows).sum();
	}

	/** Returns the source of a row, and its number there. */
	RowPlace place(long row) {
		long rest = row;
		for (int i = 0; i < this.sets.size(); i++) {
			if (rest <= this.sets.get(i).rows()) {
				return new RowPlace(i, rest);
			}
			rest -= this.sets.get(i).rows();
		}
		throw new IllegalArgumentException("No row with number " + row);
	}

	@Override
	public long number() {
		return this.number;
	}

	/** Skips rows, most of them without reading. */
	void skip(long before) throws IOException {
		long rest = before;
		while (this.source + 1 < this.sets.size() && rest >= this.sets.get(this.source + 1).rows()) {
			rest -= this.sets.get(++this.source).rows();
		}
		if (this.source + 1 < this.sets.size()) {
			open(rest);
		}
		this.number = before;
	}

	private SetRows open(long first) throws IOException {
		StagedSet set = this.sets.get(++this.source);
		this.places = this.columns.stream().mapToInt(set.columns()::indexOf).toArray();
		SetRows open = this.data.rowsFrom(set.id(), first);
		this.current = open;
		return open;
	}

	/**
	 * Reads the next row.
	 * @return the next row with all columns, and with its line if there is one source,
	 * else its number; null at the end
	 */
	@Override
	public @Nullable Row next() throws IOException {
		while (true) {
			SetRows open = this.current;
			if (open == null) {
				if (this.source + 1 == this.sets.size()) {
					return null;
				}
				open = open(0);
			}
			Row row = open.next();
			if (row != null) {
				this.number++;
				return joined(row);
			}
			close();
		}
	}

	private Row joined(Row row) {
		@Nullable String[] values = new @Nullable String[this.places.length];
		for (int column = 0; column < values.length; column++) {
			values[column] = (this.places[column] < 0) ? null : row.value(this.places[column]);
		}
		return new Row((this.sets.size() == 1) ? row.line() : this.number, values);
	}

	@Override
	public void close() throws IOException {
		SetRows open = this.current;
		this.current = null;
		if (open != null) {
			open.close();
		}
	}

	/**
	 * The place of a row.
	 *
	 * @param source the index of its source, starting from 0
	 * @param row its number in the source, starting from 1
	 */
	record RowPlace(int source, long row) {
	}

}
