package io.kehu.migration.matching.seeded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

import io.kehu.migration.matching.LinkageResult;
import io.kehu.migration.matching.LinkageSettings;
import io.kehu.migration.matching.LinkageSource;
import io.kehu.migration.matching.Linker;
import io.kehu.migration.matching.PairwiseQuality;
import io.kehu.migration.table.Table;

/**
 * Records in random order with the true entity of each.
 */
final class SeededSet {

	private final List<String> columns;

	private final List<String[]> rows = new ArrayList<>();

	private final List<Integer> entities = new ArrayList<>();

	SeededSet(List<String> columns) {
		this.columns = columns;
	}

	void add(int entity, String... row) {
		this.rows.add(row.clone());
		this.entities.add(entity);
	}

	/** Returns the same records with a further column, made of the others. */
	SeededSet with(String column, Function<String[], String> value) {
		SeededSet set = new SeededSet(Stream.concat(this.columns.stream(), Stream.of(column)).toList());
		for (int row = 0; row < this.rows.size(); row++) {
			String[] cells = Arrays.copyOf(this.rows.get(row), this.columns.size() + 1);
			cells[this.columns.size()] = value.apply(cells);
			set.add(this.entities.get(row), cells);
		}
		return set;
	}

	SeededSet shuffled(SplittableRandom random) {
		for (int i = this.rows.size() - 1; i > 0; i--) {
			int at = random.nextInt(i + 1);
			this.rows.set(i, this.rows.set(at, this.rows.get(i)));
			this.entities.set(i, this.entities.set(at, this.entities.get(i)));
		}
		return this;
	}

	int size() {
		return this.rows.size();
	}

	String value(int row, String column) {
		return this.rows.get(row)[this.columns.indexOf(column)];
	}

	int entity(int row) {
		return this.entities.get(row);
	}

	LinkageResult link() {
		return new Linker(LinkageSettings.defaults())
			.link(LinkageSource.of("seeded", Table.of(this.columns, this.rows)));
	}

	PairwiseQuality quality(LinkageResult result) {
		return PairwiseQuality.of(result, this.entities::get);
	}

}
