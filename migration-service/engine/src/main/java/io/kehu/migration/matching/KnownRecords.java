package io.kehu.migration.matching;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Gathers records that come one by one into a source to link against.
 */
final class KnownRecords {

	/** A tab keeps these apart from the columns of any file. */
	private static final String KEY = "\tkey";

	private static final String ENTITY = "\tentity";

	private final Map<String, ColumnBuilder> columns = new LinkedHashMap<>();

	private final Map<String, Integer> filled = new LinkedHashMap<>();

	private int rows;

	static LinkageSource read(String name, Iterator<KnownRecord> records) {
		KnownRecords gathered = new KnownRecords();
		while (records.hasNext()) {
			gathered.add(records.next());
		}
		return new LinkageSource(name, gathered.table(), KEY, ENTITY);
	}

	private void add(KnownRecord known) {
		put(KEY, known.key());
		put(ENTITY, known.entity());
		new TreeMap<>(known.fields()).forEach(this::put);
		this.rows++;
	}

	private void put(String column, @Nullable String value) {
		this.columns.computeIfAbsent(column, ColumnBuilder::new);
		fill(column, this.rows);
		builder(column).add(value);
		this.filled.put(column, this.rows + 1);
	}

	/** Records that lack a column have nothing in it. */
	private void fill(String column, int until) {
		for (int row = this.filled.getOrDefault(column, 0); row < until; row++) {
			builder(column).add(null);
		}
	}

	private ColumnBuilder builder(String column) {
		return this.columns.getOrDefault(column, new ColumnBuilder(column));
	}

	private Table table() {
		List.of(KEY, ENTITY).forEach((column) -> this.columns.computeIfAbsent(column, ColumnBuilder::new));
		this.columns.keySet().forEach((column) -> fill(column, this.rows));
		return new Table(this.columns.values().stream().map(ColumnBuilder::build).toList());
	}

}
